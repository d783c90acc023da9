package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.CsvFile;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;

/**
 * Training that was interrupted, or whose results could not be saved.
 *
 * @param saved project and checkpoint
 * @param out the folder of its results, if any
 * @param slot in the user's folder in which it was kept
 */
record Interrupted(Saved saved, Optional<Path> out, Optional<RecoverySlot> slot) {
  /**
   * Searches the project itself, the folder of the results and the user's folder; returns the training with the most steps.
   *
   * @param read content of the project's file, which may differ from what is wanted
   * @param wanted the project to be trained
   * @param seed requested seed, or null
   */
  static Optional<Interrupted> find(Saved read, Loaded wanted, Optional<OutFolder> out, Long seed, Trainings trainings)
      throws IOException {
    List<Interrupted> all = new ArrayList<>(List.of(new Interrupted(read, Optional.empty(), Optional.empty())));
    out.flatMap(folder -> read(folder.project())).ifPresent(saved -> all.add(new Interrupted(saved, Optional.empty(), Optional.empty())));
    for (RecoverySlot slot : trainings.left(wanted)) {
      Optional<Interrupted> kept = kept(slot).filter(found -> found.isOf(wanted.project(), seed));
      kept.ifPresent(all::add);
      if (kept.isEmpty()) {
        slot.close();
      }
    }
    Optional<Interrupted> farthest =
        all.stream().filter(found -> found.isOf(wanted.project(), seed))
            .max(Comparator.comparingLong(found -> found.saved.progressed().orElseThrow().step()));
    for (Interrupted other : all) {
      if (other.slot.isPresent() && farthest.filter(found -> found == other).isEmpty()) {
        other.slot.get().close();
      }
    }
    return farthest;
  }

  private static Optional<Saved> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(ProjectFile.read(file).saved()) : Optional.empty();
    } catch (StoreProblem unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Interrupted> kept(RecoverySlot slot) {
    try {
      return Optional.of(new Interrupted(slot.read().saved(), slot.origin().file(), Optional.of(slot)));
    } catch (IOException | StoreProblem unreadable) {
      return Optional.empty();
    }
  }

  /** Whether it trained this network on these data from this seed. */
  private boolean isOf(Project project, Long seed) {
    Project own = saved.project();
    return saved.progressed().filter(progressed -> progressed.step() > 0).isPresent()
        && own.network().equals(project.network())
        && own.data().equals(project.data())
        && own.table().map(CsvFile::write).equals(project.table().map(CsvFile::write))
        && (seed == null || own.training().seed() == seed);
  }
}
