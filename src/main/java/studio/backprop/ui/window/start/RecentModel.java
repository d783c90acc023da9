package studio.backprop.ui.window.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** Recent projects, newest first; their files are inspected in the background. */
public final class RecentModel {
  static final int MOST = 8;

  private final ObservableList<RecentProject> projects = FXCollections.observableArrayList();
  /** Held strongly, since its listener on the list is weak. */
  private final ObservableList<RecentProject> seen = FXCollections.unmodifiableObservableList(projects);
  private final Pulse pulse;

  public RecentModel(List<RecentProject> kept, Pulse pulse) {
    this.pulse = pulse;
    set(kept);
  }

  /** Replaces all, keeping what is known of their files. */
  public void set(List<RecentProject> kept) {
    List<RecentProject> known = List.copyOf(projects);
    projects.setAll(kept.stream().limit(MOST).map(project -> known.stream().filter(project::sameAs).findFirst().orElse(project)).toList());
  }

  public ObservableList<RecentProject> projects() {
    return seen;
  }

  /** Puts a project first that was opened or saved. */
  public void remember(Path file, Instant now) {
    Path whole = file.toAbsolutePath().normalize();
    projects.removeIf(project -> project.file().equals(whole));
    projects.add(0, RecentProject.unread(whole, now));
    if (projects.size() > MOST) {
      projects.remove(MOST, projects.size());
    }
  }

  public void forget(Path file) {
    projects.removeIf(project -> project.file().equals(file));
  }

  /** Inspects every file again. */
  public void look() {
    List<Path> files = projects.stream().map(RecentProject::file).toList();
    Thread thread = new Thread(() -> files.forEach(this::look), "recent-projects");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void look(Path file) {
    try {
      Message line = ProjectLine.of(ProjectFile.read(file).saved());
      pulse.soon(() -> replace(file, project -> project.is(line)));
    } catch (StoreProblem problem) {
      Message reason = Files.exists(file)
          ? problem.whyNotOpened().map(why -> Message.of("start.recent.unreadable", why)).orElse(problem.sentence())
          : Message.of("start.recent.gone");
      pulse.soon(() -> replace(file, project -> project.fails(reason)));
    }
  }

  private void replace(Path file, UnaryOperator<RecentProject> change) {
    projects.replaceAll(project -> project.file().equals(file) ? change.apply(project) : project);
  }
}
