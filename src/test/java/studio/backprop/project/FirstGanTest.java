package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DrawnPoints;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Session;

/** Two networks to begin with that learn against each other. */
class FirstGanTest {
  @Test
  void anEmptyProjectBecomesOneThatIsReadyAndLearns() throws Exception {
    Project gan = FirstGan.of(Project.EMPTY.withTraining(training -> training.withSeed(7)));
    PreparedData data = PreparedData.load(gan.data(), gan.table(), Progress.NONE);
    assertThat(Readiness.problems(gan, gan.network().analyse(), DataForm.of(data))).isEmpty();
    assertThat(gan.training().seed()).isEqualTo(7);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(gan, data, kernels, Session.initialParameters(gan));
      while (session.steps() < 3000) {
        session.step();
      }
      assertThat(new GeneratorEvaluator(gan, data, kernels, session.parameters()).coverage().orElseThrow().covered()).isGreaterThan(3);
    }
  }

  @Test
  void pointsThatAreMadeForAGeneratorStay() {
    Project drawn = Project.EMPTY.withData(DataSettings.of("gaussian-grid"));
    assertThat(FirstGan.of(drawn).data()).isEqualTo(drawn.data());
    assertThat(FirstGan.of(Project.EMPTY.withData(DataSettings.of("iris"))).data().dataset()).isEqualTo("ring");
  }

  @Test
  void chosenPointsOfClassesStayWhatNobodyChoseDoesNot() {
    Project chosen = Project.EMPTY.withData(DataSettings.of("gaussians"));
    assertThat(FirstGan.of(chosen).data()).isEqualTo(chosen.data());
    assertThat(FirstGan.of(Project.EMPTY).data().dataset()).isEqualTo("ring");
    assertThat(FirstGan.of(Project.EMPTY).training().epochs()).isEqualTo(400);
  }

  @Test
  void fewPointsAreLearnedForAsManyRoundsAsMany() {
    Project ring = FirstGan.of(Project.EMPTY);
    float[] places = new float[2 * 52];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / 104f;
    }
    Project none = RoundBudget.kept(ring, ring.withData(DataSettings.of("drawn")));
    assertThat(none.training().epochs()).isEqualTo(6000);
    Project few = RoundBudget.kept(none, none.withData(none.data().withDrawn(DrawnPoints.NONE.with(places))));
    assertThat(few.training().epochs()).as("31 of 52 points are one batch").isEqualTo(6000);
    assertThat(FirstGan.of(few).training().epochs()).isEqualTo(6000);
    assertThat(RoundBudget.kept(few, few.withData(ring.data())).training().epochs()).isEqualTo(400);
    Project circles = Project.EMPTY;
    assertThat(RoundBudget.kept(circles, circles.withData(DataSettings.of("ring").withPoints(5000)))).as("no rounds there")
        .returns(circles.training(), Project::training);
  }
}
