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
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Shape;

/** The sample that holds a search space, as code. */
final class SearchSample {
  static final String NAME = "search-digits";

  private SearchSample() {}

  static Project project() {
    return SampleProjects.project(
        SampleProjects.row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(32, RELU), Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY)),
        DataSettings.of("digits").withShares(0.2, 0.2), SampleProjects.training(27, 32, 0.01));
  }

  static SearchRecord search() {
    try {
      Project project = project();
      return SearchRecord.of(project, SearchSettings.of(SpaceText.read(List.of("layers=1..3", "units=8..128:log",
          "activation=relu,tanh,sigmoid,gelu", "optimizer=sgd,momentum,rmsprop,adam", "rate=1e-4..1:log", "batch=16,32,64,128",
          "dropout=0..0.5"), project), SearchGoal.ACCURACY));
    } catch (SearchProblem e) {
      throw new AssertionError(e);
    }
  }

  /** What a sample's file holds. @param name of any sample */
  static Saved saved(String name) {
    Saved plain = Saved.of(SampleProjects.all().get(name));
    return name.equals(NAME) ? plain.with(search()) : plain;
  }
}
