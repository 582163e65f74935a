// The shop's webhook handler in Express with Stripe's own SDK. VARIANT says which mistake it makes.
import express from 'express'
import Stripe from 'stripe'

const { VARIANT = 'healthy', PORT = '8000', STRIPE_WEBHOOK_SECRET = 'whsec_lab' } = process.env
const stripe = new Stripe('sk_test_lab')
const secret = VARIANT === 'no-secret' ? undefined : STRIPE_WEBHOOK_SECRET
const app = express()
// The mistake of most reports: a body parser that comes before the route that needs the raw body.
app.use(VARIANT === 'parsed' ? express.json() : express.raw({ type: '*/*' }))

const webhook = (request, response) => {
  if (VARIANT === 'uncaught') {
    stripe.webhooks.constructEvent(request.body, request.headers['stripe-signature'], secret)
    response.json({ received: true })
    return
  }
  try {
    stripe.webhooks.constructEvent(request.body, request.headers['stripe-signature'], secret)
    response.json({ received: true })
  } catch (error) {
    response.status(400).send(`Webhook Error: ${error.message}`)
  }
}
if (VARIANT === 'get-only') app.get('/webhooks/stripe', webhook)
else app.post('/webhooks/stripe', webhook)
app.get('/health', (_request, response) => response.json({ status: 'ok' }))
app.listen(Number(PORT), '0.0.0.0')
