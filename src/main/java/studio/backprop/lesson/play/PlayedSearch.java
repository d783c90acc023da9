package studio.backprop.lesson.play;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import studio.backprop.data.PreparedData;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.project.Project;
import studio.backprop.search.run.BestTested;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.text.Message;

/** Hyperparameter search in headless execution: the same trials as on its page. */
final class PlayedSearch {
  /** Trial n trains with the seed of its search plus n: keeps the seeds of different searches disjoint. */
  private static final long SEED_STRIDE = 10_000;

  private Optional<SearchSettings> planned = Optional.empty();
  private SearchNumbers numbers = SearchNumbers.NONE;

  /** @param seed of self-tests; empty for that of the file */
  void plan(Optional<SearchRecord> kept, OptionalLong seed) {
    planned = kept.map(SearchRecord::settings).map(own -> seed.isPresent() ? own.withSeed(seed.getAsLong() * SEED_STRIDE) : own);
    numbers = SearchNumbers.NONE;
  }

  SearchNumbers numbers() {
    return numbers;
  }

  void set(SearchNumbers known) {
    numbers = known;
  }

  /** @throws LineFault if no search is planned, or this project cannot be searched */
  void run(LessonCommand.RunSearch command, Project project, PreparedData data, BooleanSupplier goesOn) throws LineFault {
    SearchSettings settings = planned.orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_search")));
    SearchRecord begun = SearchRecord.of(project, settings.withBudget(command.trials() == 0 ? settings.budget()
        : new SearchBudget(SearchBudget.Unit.TRIALS, command.trials())));
    try {
      SearchRunner.check(begun, data);
      SearchRunner runner = new SearchRunner(data, Math.min(settings.parallel(), Runtime.getRuntime().availableProcessors()));
      SearchRecord found = runner.run(begun, now -> false, () -> !goesOn.getAsBoolean(), SearchRunner.Listener.NONE);
      numbers = SearchNumbers.of(BestTested.of(found, data), data.validationRows());
    } catch (SearchProblem problem) {
      throw new LineFault(1, problem.sentence());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** @throws LineFault if there are no trials */
  void seeds(PreparedData data, BooleanSupplier goesOn) throws LineFault {
    SearchRecord tried = numbers.record().orElseThrow(() -> new LineFault(1, Message.of("lesson.play.not_searched")));
    numbers = SearchNumbers.of(RepeatRun.run(tried, data, () -> !goesOn.getAsBoolean(), one -> {}), data.validationRows());
  }
}
