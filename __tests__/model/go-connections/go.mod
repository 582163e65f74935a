module mapping-oracle

go 1.24

require github.com/docker/go-connections v0.6.0
