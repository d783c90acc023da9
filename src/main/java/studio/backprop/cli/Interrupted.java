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
 * A training that did not come to its end, or whose results could not be saved then.
 *
 * @param saved how far it was
 * @param out the folder of its results, if it was to have one
 * @param slot in which it was kept in the user's folder
 */
record Interrupted(Saved saved, Optional<Path> out, Optional<RecoverySlot> slot) {
  /**
   * Looks in the project itself, in the folder of the results and in the user's folder, and takes what got farthest.
   *
   * @param read what the file of the project holds; it may be another one than is wanted
   * @param wanted the project as it is to be trained
   * @param seed that was asked for, or null
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

  /** Whether it learned with this network from these data, and began with this seed. */
  private boolean isOf(Project project, Long seed) {
    Project own = saved.project();
    return saved.progressed().filter(progressed -> progressed.step() > 0).isPresent()
        && own.network().equals(project.network())
        && own.data().equals(project.data())
        && own.table().map(CsvFile::write).equals(project.table().map(CsvFile::write))
        && (seed == null || own.training().seed() == seed);
  }
}
