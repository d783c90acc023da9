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
 * Processor model, which separates benchmark values of different machines. The name in a virtual machine may be generic; vendor, family and
 * model are added.
 */
final class Processor {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  /** Keys of /proc/cpuinfo for x86 and ARM. */
  private static final List<String> KIND = List.of("vendor_id", "cpu family", "model", "CPU implementer", "CPU part");

  private Processor() {}

  static String name() {
    try {
      if (Files.isReadable(LINUX)) {
        return name(Arrays.asList(Files.readString(LINUX, StandardCharsets.ISO_8859_1).split("\n")));
      }
    } catch (IOException unreadable) {
      // as on other systems
    }
    return name(List.of());
  }

  /** @param lines of /proc/cpuinfo, those of the first processor first; may be empty */
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
