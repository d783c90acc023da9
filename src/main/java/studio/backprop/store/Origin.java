package studio.backprop.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Origin of a recovery copy.
 *
 * @param name of the project, empty for a new one
 * @param file it was opened from or saved to
 * @param at time of the copy
 */
public record Origin(String name, Optional<Path> file, Instant at) {
  byte[] write() {
    ObjectNode root = Json.object();
    root.put("name", name);
    root.put("file", file.map(Path::toString).orElse(""));
    root.put("at", at.toEpochMilli());
    return Json.write(root);
  }

  /** Reads only the first section of a file. */
  static Origin read(InputStream in) throws IOException, StoreProblem {
    byte[] bytes = Container.first(Section.ORIGIN, in).orElseThrow(() -> StoreProblem.of("store.no-section", Section.ORIGIN.file()));
    Fields root = Json.read(Section.ORIGIN, bytes);
    return new Origin(root.text("name"), path(root.text("file")), Instant.ofEpochMilli(root.whole("at", 0, Long.MAX_VALUE)));
  }

  private static Optional<Path> path(String file) throws StoreProblem {
    try {
      return Optional.of(file).filter(text -> !text.isEmpty()).map(Path::of);
    } catch (InvalidPathException e) {
      throw StoreProblem.of("store.section", Section.ORIGIN.file());
    }
  }
}
