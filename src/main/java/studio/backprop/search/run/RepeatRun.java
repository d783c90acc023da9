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

/** Trains the best trials again from other seeds: what stays of a lead then is no luck of the seed. */
public final class RepeatRun {
  /** The best so many. */
  public static final int BEST = 3;
  /** With so many seeds. */
  public static final int SEEDS = 3;

  private RepeatRun() {}

  /** The next seeds of the best trials: those that come after all seeds of the search and of earlier repeats. */
  private static List<Long> seeds(SearchRecord search) {
    long last = search.repeats().stream().mapToLong(SeedRepeat::seed).max()
        .orElse(search.settings().seed() + search.trials().size());
    return LongStream.rangeClosed(last + 1, last + SEEDS).boxed().toList();
  }

  /**
   * Each is trained as long as a trial may be.
   *
   * @param stop asked before each step; repeats that are not done are given up
   * @param done hears of each repeat
   * @return the search with those that are done
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
