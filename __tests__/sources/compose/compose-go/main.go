// Prints, as JSON, the ports that compose-go itself reads from a list of projects: one folder a line on standard input.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

type answer struct {
	Error    string              `json:"error,omitempty"`
	Services map[string][]string `json:"services"`
}

func read(folder string) answer {
	options, err := cli.NewProjectOptions(nil,
		cli.WithWorkingDirectory(folder),
		cli.WithName("oracle"),
		cli.WithEnvFiles(),
		cli.WithDotEnv,
		cli.WithDefaultConfigPath,
		cli.WithConsistency(false),
	)
	if err != nil {
		return answer{Error: err.Error()}
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return answer{Error: err.Error()}
	}
	services := map[string][]string{}
	for name, service := range project.Services {
		ports := []string{}
		for _, port := range service.Ports {
			ports = append(ports, fmt.Sprintf("%s|%s|%d|%s", port.HostIP, port.Published, port.Target, port.Protocol))
		}
		services[name] = ports
	}
	return answer{Services: services}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		if err := out.Encode(read(lines.Text())); err != nil {
			panic(err)
		}
	}
}
