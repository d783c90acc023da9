package studio.backprop.search.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SeedRepeat;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.train.record.EpochRecord;

/** Repeats of the best trials with other seeds, for robustness. */
public final class RepeatRun {
  /** Number of best trials. */
  public static final int BEST = 3;
  /** Seeds per trial. */
  public static final int SEEDS = 3;

  private RepeatRun() {}

  /** Seeds after those of the search and of earlier repeats. */
  private static List<Long> seeds(SearchRecord search) {
    long last = search.repeats().stream().mapToLong(SeedRepeat::seed).max()
        .orElse(search.settings().seed() + search.trials().size());
    return LongStream.rangeClosed(last + 1, last + SEEDS).boxed().toList();
  }

  /**
   * Trains each to the longest training of a trial.
   *
   * @param stop checked before each step; unfinished repeats are discarded
   * @param done notified of each repeat
   * @return the search with the completed ones
   */
  public static SearchRecord run(SearchRecord search, PreparedData data, BooleanSupplier stop, Consumer<SeedRepeat> done) {
    List<SeedRepeat> repeats = new ArrayList<>();
    int epochs = search.settings().longest();
    try (Kernels kernels = KernelChoice.create(1)) {
      for (long seed : seeds(search)) {
        for (Trial trial : TrialRanking.of(search).stream().limit(BEST).toList()) {
          Project project = search.project(trial).withTraining(t -> t.withSeed(seed));
          TrialRun.Outcome outcome = TrialRun.train(project, data, kernels, Optional.empty(), epochs, stop, epoch -> {});
          if (outcome.epochs().size() == epochs) {
            EpochRecord last = outcome.epochs().get(epochs - 1);
            SeedRepeat repeat = new SeedRepeat(trial.number(), seed, epochs, last.validation(),
                TrialRun.score(project, data, kernels, outcome.kept().orElseThrow(), Part.TEST));
            repeats.add(repeat);
            done.accept(repeat);
          }
          if (stop.getAsBoolean()) {
            return search.repeated(repeats);
          }
        }
      }
    }
    return search.repeated(repeats);
  }
}
