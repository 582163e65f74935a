"""The shop's webhook handler in FastAPI, right and in the ways people get it wrong. VARIANT says which."""
import asyncio
import hashlib
import hmac
import json
import os

import stripe
from fastapi import FastAPI, Header, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

VARIANT = os.environ.get("VARIANT", "healthy")
SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "whsec_lab")
PATH = os.environ.get("WEBHOOK_PATH", "/webhooks/stripe")
app = FastAPI()
posts = 0


class Event(BaseModel):
    id: str
    type: str


async def verified(request: Request, secret, tolerance=300):
    """Verifies as Stripe's documentation does; a bad signature is a 400."""
    signature = request.headers.get("stripe-signature")
    if not signature:
        raise HTTPException(400, "Missing Stripe-Signature header")
    try:
        return stripe.Webhook.construct_event(await request.body(), signature, secret, tolerance=tolerance)
    except (ValueError, stripe.error.SignatureVerificationError) as error:
        raise HTTPException(400, f"Invalid signature: {error}") from error


async def healthy(request: Request):
    await verified(request, SECRET)
    return {"received": True}


async def required_header(request: Request, stripe_signature: str = Header()):
    return await healthy(request)


async def body_model(event: Event):
    return {"received": event.id}


async def unsigned(request: Request):
    await request.json()
    return {"received": True}


async def presence_only(request: Request):
    if not request.headers.get("stripe-signature"):
        raise HTTPException(400, "Missing Stripe-Signature header")
    return {"received": True}


async def swallowed(request: Request):
    try:
        return await healthy(request)
    except Exception as error:  # the mistake under test
        return {"error": str(getattr(error, "detail", error))}


async def crashing(request: Request):
    return request.headers["stripe-signature"]


async def uncaught(request: Request):
    return stripe.Webhook.construct_event(await request.body(), request.headers.get("stripe-signature"), SECRET)


async def no_secret(request: Request):
    await verified(request, None)
    return {"received": True}


async def secret_not_configured(request: Request):
    raise HTTPException(500, "STRIPE_WEBHOOK_SECRET is not configured")


async def forbidden(request: Request):
    raise HTTPException(403, "Invalid Stripe signature")


async def login_wanted(request: Request):
    raise HTTPException(401, "Not authenticated")


async def teapot(request: Request):
    raise HTTPException(418, "short and stout")


async def slow(request: Request):
    await asyncio.sleep(5.5)
    return await healthy(request)


async def silent(request: Request):
    await asyncio.sleep(60)


async def any_age(request: Request):
    await verified(request, SECRET, tolerance=None)
    return {"received": True}


async def test_mode_unverified(request: Request):
    if not request.headers.get("stripe-signature"):
        raise HTTPException(400, "Missing Stripe-Signature header")
    if json.loads(await request.body()).get("livemode") is not False:
        await verified(request, SECRET)
    return {"received": True}


async def unknown_event_fails(request: Request):
    await verified(request, SECRET)
    raise RuntimeError("Unhandled event")


async def alternating(request: Request):
    global posts
    if not request.headers.get("stripe-signature"):
        posts += 1
        if posts % 2 == 0:
            raise RuntimeError("the second worker has no database")
    return await healthy(request)


async def github(request: Request):
    wanted = "sha256=" + hmac.new(SECRET.encode(), await request.body(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, request.headers.get("x-hub-signature-256", "")):
        raise HTTPException(401, "Invalid X-Hub-Signature-256 signature")
    return {"received": True}


async def answers_everything(request: Request):
    return JSONResponse({"detail": "Bad Request"}, 400)


async def single_page(request: Request):
    return HTMLResponse("<!doctype html><title>Shop</title><div id=root></div>")


@app.get("/health")
async def health():
    await asyncio.sleep(float(os.environ.get("HEALTH_DELAY", "0")))
    versions = os.environ.get("VERSION", "1.0").split(",")
    body = {"status": "ok", "version": versions[posts % len(versions)]}
    return JSONResponse(body, int(os.environ.get("HEALTH_STATUS", "200")))


if VARIANT in ("answers_everything", "single_page"):
    app.add_api_route("/{path:path}", globals()[VARIANT], methods=["GET", "POST"])
else:
    app.add_api_route(PATH, globals()[VARIANT], methods=[os.environ.get("WEBHOOK_METHOD", "POST")])
