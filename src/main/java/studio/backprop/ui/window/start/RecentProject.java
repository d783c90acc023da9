package studio.backprop.ui.window.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * A project that was open not long ago.
 *
 * @param file where it lies
 * @param opened when it was last opened or saved
 * @param line what kind of network it is, once the file was looked into
 * @param problem why it cannot be opened, if that is so
 */
public record RecentProject(Path file, Instant opened, Optional<Message> line, Optional<Message> problem) {
  /** One whose file was not looked into yet. */
  public static RecentProject unread(Path file, Instant opened) {
    return new RecentProject(file, opened, Optional.empty(), Optional.empty());
  }

  boolean sameAs(RecentProject other) {
    return file.equals(other.file) && opened.equals(other.opened);
  }

  RecentProject is(Message kind) {
    return new RecentProject(file, opened, Optional.of(kind), Optional.empty());
  }

  RecentProject fails(Message reason) {
    return new RecentProject(file, opened, Optional.empty(), Optional.of(reason));
  }
}
