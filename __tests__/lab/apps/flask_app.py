"""The shop's webhook handler in Flask. VARIANT says which mistake it makes."""
import os

import stripe
from flask import Flask, request

VARIANT = os.environ.get("VARIANT", "healthy")
SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "whsec_lab")
app = Flask(__name__)


@app.post("/webhooks/stripe")
def webhook():
    if VARIANT == "parsed":
        return {"received": request.get_json()}
    if VARIANT == "environ_key":
        return request.headers["STRIPE_SIGNATURE"]
    try:
        stripe.Webhook.construct_event(request.data, request.headers.get("stripe-signature", ""), SECRET)
    except (ValueError, stripe.error.SignatureVerificationError) as error:
        return {"error": f"Webhook signature verification failed: {error}"}, 400
    return {"received": True}


@app.get("/health")
def health():
    return {"status": "ok"}


app.run("0.0.0.0", int(os.environ.get("PORT", "8000")))
