package studio.backprop.app;

import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.util.List;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.project.Project;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Shape;

/** The samples that hold a search space, as code. */
final class SearchSample {
  static final String DIGITS = "search-digits";
  static final String FASHION = "search-fashion";
  private static final int FASHION_LONGEST = 9;
  private static final int FASHION_BUDGET = 81;

  private SearchSample() {}

  static Project digits() {
    return SampleProjects.project(
        SampleProjects.row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(32, RELU), Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY)),
        DataSettings.of("digits").withShares(0.2, 0.2), SampleProjects.training(27, 32, 0.01));
  }

  static Project fashion() {
    return SampleProjects.project(
        SampleProjects.row(new Input(Shape.of(1, 28, 28)), new Flatten(), Dense.of(64, RELU), Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY)),
        DataSettings.of("fashion-mnist").withShares(0.1, 0), SampleProjects.training(FASHION_LONGEST, 64, 0.003));
  }

  private static SearchSettings settings(Project project, String... space) {
    try {
      return SearchSettings.of(SpaceText.read(List.of(space), project), SearchGoal.ACCURACY);
    } catch (SearchProblem e) {
      throw new AssertionError(e);
    }
  }

  private static SearchRecord searchDigits() {
    Project project = digits();
    return SearchRecord.of(project, settings(project, "layers=1..3", "units=8..128:log", "activation=relu,tanh,sigmoid,gelu",
        "optimizer=sgd,momentum,rmsprop,adam", "rate=1e-4..1:log", "batch=16,32,64,128", "dropout=0..0.5"));
  }

  private static SearchRecord searchFashion() {
    Project project = fashion();
    return SearchRecord.of(project, settings(project, "layers=1..3", "units=16..256:log", "activation=relu,tanh,gelu",
        "batch_norm", "optimizer=sgd,momentum,adam", "rate=1e-4..1:log", "batch=32,64,128", "dropout=0..0.5")
            .withLongest(FASHION_LONGEST).withBudget(SearchBudget.epochs(FASHION_BUDGET)));
  }

  /** What a sample's file holds. @param name of any sample */
  static Saved saved(String name) {
    Saved plain = Saved.of(SampleProjects.all().get(name));
    return switch (name) {
      case DIGITS -> plain.with(searchDigits());
      case FASHION -> plain.with(searchFashion());
      default -> plain;
    };
  }
}
