package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.InputStatistics;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.evaluate.attribution.ScoredNetwork;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** A threshold that somebody has chosen decides the predicted class wherever an example has one. */
class OwnThresholdTest {
  private static final int STEPS = 20;

  private Kernels kernels;
  private Project project;
  private PreparedData data;
  private Session session;

  @BeforeEach
  void train() throws Exception {
    kernels = KernelChoice.create(1);
    project = SampleProject.of("breast-cancer");
    data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    session = new Session(project, data, kernels, Session.initialParameters(project));
    for (int step = 0; step < STEPS; step++) {
      session.step();
    }
  }

  @AfterEach
  void close() {
    kernels.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.9})
  void explanationAndEmbeddingPredictWhatTheMatrixCounts(double threshold) {
    Replica replica = Replica.of(session, null);
    Predictions predictions = Predictions.of(replica, Set.of(Part.VALIDATION))
        .at(project.withThreshold(now -> now.custom(threshold)).threshold());
    List<Example> rows = IntStream.range(0, data.validationRows()).mapToObj(row -> new Example(Part.VALIDATION, row)).toList();
    NodeOutputs points = NodeOutputs.of(replica, OptionalInt.empty(), rows, OptionalDouble.of(threshold), () -> {});
    ScoredNetwork network = new ScoredNetwork(project.network(), session.parameters(), kernels, data.dataset().width());
    InputStatistics statistics = new InputStatistics(data);
    AttributionRequest asked = AttributionRequest.USUAL.atThreshold(OptionalDouble.of(threshold));
    for (int row = 0; row < rows.size(); row++) {
      float[] example = new float[data.dataset().width()];
      data.copyInput(Part.VALIDATION, row, example, 0);
      int predicted = predictions.best(Part.VALIDATION, row, 1)[0];
      assertThat(points.predicted()[row]).as("row " + row).isEqualTo(predicted);
      assertThat(new Reasons(data, statistics, network, example, asked).predicted()).as("row " + row).isEqualTo(predicted);
    }
  }
}
