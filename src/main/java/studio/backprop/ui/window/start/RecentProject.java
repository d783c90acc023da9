package studio.backprop.ui.window.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.backprop.text.Message;

/** Recent project, with the description of its network once inspected, or why it cannot be opened. */
public record RecentProject(Path file, Instant opened, Optional<Message> line, Optional<Message> problem) {
  /** Not inspected yet. */
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
