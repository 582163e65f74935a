import os

import stripe
from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


@app.get("/health")
def health():
    return {"status": "ok"}


@app.post("/webhooks/stripe")
async def stripe_webhook(request: Request):
    signature = request.headers.get("stripe-signature")
    if signature is None:
        raise HTTPException(400, "Missing Stripe-Signature header")
    try:
        event = stripe.Webhook.construct_event(
            await request.body(), signature, os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.SignatureVerificationError):
        raise HTTPException(400, "Invalid signature")
    if event["type"] == "payment_intent.succeeded":
        print("paid:", event["data"]["object"]["id"])
    return {"received": True}
