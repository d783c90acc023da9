package studio.backprop.observe.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.data.draw.TracedDigit;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** Digits that a script draws on the pad: 200 that the network was not trained on, each at another place and size. */
class DrawnDigitsTest {
  private static final int DRAWN = 200;

  private final Kernels kernels = KernelChoice.create(1);

  @ParameterizedTest
  @CsvSource({"mnist-lenet5, 3, 0.9", "digits-cnn, 15, 0.75"}) // what a script sees in 8×8 px is less than a person meant
  void theyAreRecognized(String sample, int epochs, double accuracy) throws Exception {
    Project project = SampleProject.of(sample);
    PreparedData data = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
    Session session = new Session(project, data, kernels, Session.initialParameters(project));
    while (session.epoch() < epochs) {
      session.step();
    }
    Replica trained = Replica.of(session, null);
    PictureForm form = PictureForm.of(data);
    SplittableRandom random = new SplittableRandom(1);
    int right = 0;
    for (int i = 0; i < DRAWN; i++) {
      int row = (int) ((long) i * data.testRows() / DRAWN);
      double size = 0.25 + 0.6 * random.nextDouble();
      Drawing drawing =
          TracedDigit.of(data, Part.TEST, row, (1 - size) * random.nextDouble(), (1 - size) * random.nextDouble(), size);
      float[] picture = form.picture(drawing);
      data.inputScaler().scale(picture, 0);
      right += predicted(trained, picture) == data.classOf(Part.TEST, row) ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo((int) (DRAWN * accuracy));
  }

  private static int predicted(Replica trained, float[] picture) {
    Plan plan = trained.answer(picture, 0, 1);
    int best = 0;
    for (int i = 1; i < plan.prediction().rowCount(); i++) {
      best = plan.prediction().get(0, i) > plan.prediction().get(0, best) ? i : best;
    }
    return best;
  }
}
