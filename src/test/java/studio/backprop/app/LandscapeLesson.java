package studio.backprop.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.compare.Comparison;
import studio.backprop.compare.Variant;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Init;

/** The starting projects of the lesson {@code landscape}. */
final class LandscapeLesson {
  private LandscapeLesson() {}

  static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>();
    all.put("landscape/cars", Saved.of(cars()));
    all.put("landscape/average", average());
    return all;
  }

  /** The ravine, from a start that no seed changes. */
  private static Project cars() {
    return TwinSamples.ravine().withNetwork(network -> network
        .with(2, node -> node.withName("neuron").withLayer(new Dense(1, Activation.NONE, Init.ZERO, true, true))));
  }

  /** The mean of the weights of two runs of circles, with the seeds 2 and 3, after 30 epochs. */
  private static Saved average() {
    Project circles = SampleProjects.all().get("circles").withTraining(training -> training.withEpochs(30));
    List<Project> both = List.of(circles.withTraining(training -> training.withSeed(2)),
        circles.withTraining(training -> training.withSeed(3)));
    try (Kernels kernels = KernelChoice.plain(); Comparison twins = Comparison.of(both, kernels, 1, Progress.NONE)) {
      while (!twins.finished()) {
        twins.take(10);
      }
      List<Parameters> ends = twins.lanes().stream().map(Variant::session).map(session -> session.parameters().copy()).toList();
      float[][] mean = ends.get(0).room();
      float[][] other = ends.get(1).room();
      ends.get(0).copyTo(mean);
      ends.get(1).copyTo(other);
      for (int p = 0; p < mean.length; p++) {
        for (int i = 0; i < mean[p].length; i++) {
          mean[p][i] = Math.round(500 * ((double) mean[p][i] + other[p][i])) / 1000f; // the same on every processor
        }
      }
      ends.get(0).set(mean);
      return new Saved(circles, Optional.of(ends.get(0)), Optional.empty());
    } catch (DataProblem e) {
      throw new IllegalStateException(e);
    }
  }
}
