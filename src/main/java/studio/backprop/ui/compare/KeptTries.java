package studio.backprop.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import studio.backprop.store.KeptTry;
import studio.backprop.store.KeptTry.Ending;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.run.Curve;

/** Rows of the table of tries as a project's file keeps them. */
final class KeptTries {

  private KeptTries() {}

  /** @param current whether it is the run that the file goes on with */
  static KeptTry keep(Try row, boolean current) {
    return new KeptTry(
        row.name(), row.projectName(), row.project(), row.adjustments(), row.begun(), row.steps(), row.seconds(),
        row.ending() == Ending.RUNNING ? Ending.PAUSED : row.ending(),
        row.reason(), few(row), row.loss().forFile(), row.measure().forFile(), current);
  }

  /** Evenly some, with the last and the best. */
  private static List<EpochRecord> few(Try row) {
    List<EpochRecord> all = row.epochs();
    if (all.size() <= KeptTry.MOST_EPOCHS) {
      return all;
    }
    TreeSet<Integer> places = new TreeSet<>();
    row.best().ifPresent(best -> places.add(all.indexOf(best)));
    int evenly = KeptTry.MOST_EPOCHS - 1;
    for (int i = 0; i < evenly; i++) {
      places.add((int) ((long) i * (all.size() - 1) / (evenly - 1)));
    }
    List<EpochRecord> few = new ArrayList<>();
    places.forEach(place -> few.add(all.get(place)));
    return few;
  }

  static Try open(KeptTry kept, int number) {
    return new Try(
        number, kept.name(), kept.projectName(), kept.project(), kept.adjustments(), kept.begun(), kept.steps(),
        Curve.of(kept.loss(), Smoothing.AUTOMATIC),
        Curve.of(kept.measure(), Smoothing.AUTOMATIC), kept.epochs(), kept.seconds(), kept.ending(), kept.reason());
  }
}
