package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** What lanes of a generator and a discriminator are seen by. */
class VariantOutputTest {
  private static VariantOutput after(int steps, Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Variant lane = new Variant(new Session(project, data, kernels, Session.initialParameters(project)), steps, 2);
      lane.take(steps);
      return lane.look(true, true).outlook().orElseThrow();
    }
  }

  @Test
  void aGeneratorOfPointsIsSeenByWhatItMakes() throws Exception {
    VariantOutput.Generated ring = (VariantOutput.Generated) after(15, SampleProject.of("gan-ring"));
    assertThat(ring.view().step()).isEqualTo(15);
    assertThat(ring.view().coverage().orElseThrow().counts()).hasSize(8);
    assertThat(ring.view().plane()).hasSize(VariantPlane.GRID_SIDE * VariantPlane.GRID_SIDE);
  }

  /** Two moons have two classes, of which nothing is predicted here. */
  @Test
  void dataOfTwoClassesAreNoPlaneOfAnswers() throws Exception {
    Project moons = SampleProject.of("gan-ring").withData(DataSettings.of("moons"));
    assertThat(after(5, moons)).isInstanceOf(VariantOutput.Generated.class);
  }

  @Test
  void imagesAreNotJudgedInEachLane() throws Exception {
    assertThat(after(2, SampleProject.of("gan-digits"))).isInstanceOf(VariantOutput.Nothing.class);
  }
}
