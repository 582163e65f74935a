// Reads one mapping a line and says what Docker's own parser makes of it: sorted bindings, or nothing but an error.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/docker/go-connections/nat"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		_, bindings, err := nat.ParsePortSpecs([]string{lines.Text()})
		if err != nil {
			fmt.Println("error")
			continue
		}
		var found []string
		for port, hosts := range bindings {
			for _, host := range hosts {
				found = append(found, host.HostIP+"|"+host.HostPort+"|"+string(port))
			}
		}
		sort.Strings(found)
		fmt.Println(strings.Join(found, " "))
	}
}
