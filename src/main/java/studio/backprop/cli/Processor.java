package studio.backprop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind of processor, so that figures of two kinds are not mixed. A virtual machine may give a name that fits many kinds; maker,
 * family and model then tell them apart.
 */
final class Processor {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  /** What Linux calls them, on Intel's and AMD's processors and on ARM's. */
  private static final List<String> KIND = List.of("vendor_id", "cpu family", "model", "CPU implementer", "CPU part");

  private Processor() {}

  /** That of this machine. */
  static String name() {
    try {
      if (Files.isReadable(LINUX)) {
        return name(Arrays.asList(Files.readString(LINUX, StandardCharsets.ISO_8859_1).split("\n")));
      }
    } catch (IOException unreadable) {
      // then it is said as on any other system
    }
    return name(List.of());
  }

  /** @param lines that Linux tells of its processors, the first one first; may be empty */
  static String name(List<String> lines) {
    Map<String, String> first = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        first.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    String kind = KIND.stream().filter(first::containsKey).map(key -> key.equals("vendor_id") ? first.get(key) : key + " " + first.get(key))
        .collect(Collectors.joining(", "));
    String name = Stream.of(first.get("model name"), System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch"))
        .filter(word -> word != null && !word.isBlank()).findFirst().orElse("");
    return kind.isEmpty() ? name : name + " (" + kind + ")";
  }
}
