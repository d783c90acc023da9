package studio.backprop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A project file of which somebody has edited one entry. */
final class Zipped {
  private Zipped() {}

  /** @param words what is replaced at its first place, each of which must be there */
  static Path replaced(Path file, String entry, Map<String, String> words, Path to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (one.getName().equals(entry)) {
          String text = new String(content, StandardCharsets.UTF_8);
          for (Map.Entry<String, String> word : words.entrySet()) {
            if (!text.contains(word.getKey())) {
              throw new IllegalArgumentException("there is no " + word.getKey());
            }
            text = text.replaceFirst(Pattern.quote(word.getKey()), word.getValue());
          }
          content = text.getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(one.getName()));
        out.write(content);
      }
    }
    return to;
  }
}
