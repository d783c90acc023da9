package studio.backprop.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.window.start.RecentModel;
import studio.backprop.ui.window.start.RecentProject;

/** Recent projects in the preferences: a line each, time in ms and path. */
final class RecentProjects {
  private static final String KEY = "recent.";

  private final Preferences preferences;
  private final RecentModel model;

  RecentProjects(Preferences preferences, Pulse pulse) {
    this.preferences = preferences;
    this.model = new RecentModel(kept(), pulse);
    model.projects().addListener((ListChangeListener<RecentProject>) change -> keep());
  }

  RecentModel model() {
    return model;
  }

  /** Reads what other windows have opened. */
  void refresh() {
    model.set(kept());
  }

  void remember(Path file) {
    refresh();
    model.remember(file, Instant.now());
  }

  private List<RecentProject> kept() {
    List<RecentProject> kept = new ArrayList<>();
    for (Optional<String> line = line(0); line.isPresent(); line = line(kept.size())) {
      Optional<RecentProject> project = read(line.get());
      if (project.isEmpty()) {
        break;
      }
      kept.add(project.get());
    }
    return kept;
  }

  private Optional<String> line(int place) {
    return preferences.text(KEY + place).filter(line -> !line.isEmpty());
  }

  private static Optional<RecentProject> read(String line) {
    String[] parts = line.split(" ", 2);
    try {
      return Optional.of(RecentProject.unread(Path.of(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[0]))));
    } catch (NumberFormatException | InvalidPathException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private void keep() {
    List<RecentProject> projects = model.projects();
    boolean changed = line(projects.size()).isPresent();
    for (int i = 0; i < projects.size(); i++) {
      String line = projects.get(i).opened().toEpochMilli() + " " + projects.get(i).file();
      changed |= !line(i).equals(Optional.of(line));
      preferences.set(KEY + i, line);
    }
    preferences.set(KEY + projects.size(), "");
    if (changed) {
      preferences.save();
    }
  }
}
