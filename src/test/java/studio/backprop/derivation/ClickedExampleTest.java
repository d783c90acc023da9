package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** A place that somebody has clicked is explained on its way through a discriminator, as if a real example lay there. */
class ClickedExampleTest {
  private static final float[] PLACE = {0.5f, -0.25f};

  @Test
  void theOutputOfTheDiscriminatorIsExplainedForThePlace() throws Exception {
    Project project = SampleProject.of("gan-ring");
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      for (int step = 0; step < 10; step++) {
        session.step();
      }
      Optional<DrawnExample> clicked = Optional.of(new DrawnExample(data, PLACE, DrawnExample.UNKNOWN));
      int layer = project.network().named("d_2").orElseThrow().id();
      assertThat(session.nextStep(layer).takesDrawn()).isTrue();
      Rehearsal rehearsal = Rehearsal.of(session, null, clicked, layer).orElseThrow();
      assertThat(rehearsal.knowsLoss(0)).as("it counts as a real one").isTrue();
      Explanation weight = rehearsal.explain(new Subject(layer, "weight", 0), 0).orElseThrow();
      assertThat(weight.loss()).isFinite();
      Subject meeting = new Subject(project.network().named("mix").orElseThrow().id(), null, 0);
      assertThat(rehearsal.explain(meeting, 0).orElseThrow().place().value()).isEqualTo(PLACE[0]);
      session.advanceTurn();
      assertThat(session.nextStep().takesDrawn()).as("in its turn G sees no example").isFalse();
    }
  }
}
