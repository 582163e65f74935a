"""A webhook handler that refuses an unsigned POST: python3 app.py ADDRESS PORT [STATUS]."""

import http.server
import sys


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(int(sys.argv[3]) if len(sys.argv) > 3 else 400)
        self.end_headers()
        self.wfile.write(b'{"detail":"no signature"}')

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer((sys.argv[1], int(sys.argv[2])), Handler).serve_forever()
