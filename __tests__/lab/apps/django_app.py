"""The shop's webhook handler in Django, in one file. VARIANT says which mistake it makes."""
import os

import stripe
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

VARIANT = os.environ.get("VARIANT", "healthy")
SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "whsec_lab")

settings.configure(
    SECRET_KEY="lab",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["internal.example.com"] if VARIANT == "wrong_host" else ["*"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
)


def webhook(request):
    """As in Stripe's documentation for Django."""
    if VARIANT == "meta_key":
        signature = request.META["HTTP_STRIPE_SIGNATURE"]
    else:
        signature = request.META.get("HTTP_STRIPE_SIGNATURE")
    try:
        stripe.Webhook.construct_event(request.body, signature, SECRET)
    except (ValueError, stripe.error.SignatureVerificationError):
        return HttpResponse(status=400)
    except AttributeError:
        return HttpResponse("Missing stripe-signature header", status=400)
    return HttpResponse(status=200)


def health(request):
    return JsonResponse({"status": "ok"})


urlpatterns = [
    path("webhooks/stripe/" if VARIANT == "slash" else "webhooks/stripe",
         webhook if VARIANT == "csrf" else csrf_exempt(webhook)),
    path("health", health),
]
app = get_asgi_application()
