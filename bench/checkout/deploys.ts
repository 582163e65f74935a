const deployHead = (n: number): string => `name: Deploy ${n}
on:
  push:
    branches: [main]
permissions:
  contents: read
  packages: write
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: docker/login-action@v4
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}
      - uses: docker/build-push-action@v7
        with:
          push: true
          tags: ghcr.io/acme/app-${n}:\${{ github.sha }}
`

const port = (n: number): number => 8000 + (n % 1000)

const sshAction = (n: number): string => `${deployHead(n)}  deploy:
    needs: image
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: \${{ secrets.HOST }}
          username: deploy
          key: \${{ secrets.KEY }}
          script: |
            set -e
            IMAGE=ghcr.io/acme/app-${n}:\${{ github.sha }}
            docker pull "$IMAGE"
            docker stop app-${n} || true
            docker rm app-${n} || true
            docker run -d --name app-${n} \\
              --restart unless-stopped \\
              --env-file /etc/app-${n}.env \\
              -p 127.0.0.1:${port(n)}:8000 \\
              "$IMAGE"
            docker image prune -f
`

const heredoc = (n: number): string => `${deployHead(n)}  deploy:
    needs: image
    runs-on: ubuntu-latest
    env:
      IMAGE: ghcr.io/acme/app-${n}:\${{ github.sha }}
    steps:
      - name: Key
        env:
          KEY: \${{ secrets.KEY }}
        run: |
          install -m 600 /dev/null key
          printf '%s\\n' "$KEY" > key
      - name: Deploy
        run: |
          ssh -i key -o StrictHostKeyChecking=accept-new deploy@app-${n}.example.com bash -s <<EOF
          docker pull $IMAGE
          docker rm -f app-${n}
          docker run -d --name app-${n} --restart always -p ${port(n)}:8000 $IMAGE
          EOF
`

const selfHosted = (n: number): string => `${deployHead(n)}  deploy:
    needs: image
    runs-on: [self-hosted, linux, x64]
    steps:
      - uses: actions/checkout@v7
      - run: |
          docker network create app-${n} || true
          docker run -d --name app-${n} --network app-${n} -p 127.0.0.1:${port(n)}:8000 ghcr.io/acme/app-${n}:"$GITHUB_SHA"
          docker run -d --name edge-${n} --network app-${n} -p 443:443 -v "$PWD/nginx.conf:/etc/nginx/nginx.conf:ro" nginx:1.29
`

const script = (n: number): string => `${deployHead(n)}  deploy:
    needs: image
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: ./scripts/deploy.sh app-${n} ${port(n)}
        env:
          HOST: \${{ secrets.HOST }}
`

/** Workflows that put a container on a server, each in a way of its own. */
export const deploys = [sshAction, heredoc, selfHosted, script] as const
