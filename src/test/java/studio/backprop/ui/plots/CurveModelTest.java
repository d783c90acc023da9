package studio.backprop.ui.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.train.Project;
import studio.backprop.train.Status;

class CurveModelTest {
  private Studio studio;

  @AfterEach
  void close() {
    studio.close();
  }

  private void train(Project project, int epochs) throws Exception {
    studio = new Studio(project.withTraining(t -> t.withEpochs(epochs)));
    studio.tickUntil(() -> studio.run.snapshot().isPresent());
    studio.run.togglePlay();
    studio.tickUntil(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
  }

  @Test
  void accuracyIsInPercentAndEndsAtTheLastScores() throws Exception {
    train(Studio.circles(), 5);
    CurveModel accuracy = studio.plots.measure();
    assertThat(accuracy.quantityProperty().get()).isEqualTo(Quantity.ACCURACY);
    assertThat(accuracy.latest().orElseThrow()).isEqualTo(100 * studio.run.measure().smoothed(), within(1e-9));
    assertThat(accuracy.latestValidation().orElseThrow()).isEqualTo(100 * studio.run.epochs().get(4).validation().accuracy(), within(1e-9));
  }

  @Test
  void aRegressionIsMeasuredByItsErrorInTheTargetsUnit() throws Exception {
    train(
        Studio.project(DataSettings.of("auto-mpg"), 0.01, Input.row(9), Dense.of(1, Activation.NONE), Output.of(Loss.MSE)), 3);
    CurveModel error = studio.plots.measure();
    assertThat(error.quantityProperty().get()).isEqualTo(Quantity.ERROR);
    assertThat(error.targetProperty().get()).isEqualTo("mpg");
    assertThat(error.latestValidation().orElseThrow()).isEqualTo(studio.run.epochs().get(2).validation().mae());
    error.fill(400);
    assertThat(error.extent().low()).isZero();
  }

  @Test
  void aLongRunIsDrawnWithFewPointsAndNoneIsLost() throws Exception {
    train(Studio.circles(), 1200);
    CurveModel loss = studio.plots.loss();
    loss.fill(500);
    assertThat(loss.batch().size()).isLessThanOrEqualTo(2000);
    assertThat(loss.line().size()).isLessThanOrEqualTo(1000);
    assertThat(loss.validation().size()).isBetween(250, 500);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < loss.batch().size(); i++) {
      most = Math.max(most, loss.batch().y(i));
    }
    assertThat(most).isEqualTo(studio.run.loss().most(0, studio.run.loss().size()));
    assertThat(loss.validation().x(loss.validation().size() - 1)).isEqualTo(loss.course().lastStep());
  }

  @Test
  void aReadingHoldsWhatWasMeasuredAtItsStep() throws Exception {
    train(Studio.circles(), 3);
    studio.plots.loss().fill(400);
    CurveModel.Reading reading = studio.plots.loss().readingAt(6.4).orElseThrow();
    assertThat(reading.lastStep()).isEqualTo(6);
    assertThat(reading.batch().orElseThrow().low()).isEqualTo(reading.batch().orElseThrow().high());
    assertThat(reading.validation().orElseThrow()).isEqualTo(studio.run.epochs().get(0).validation().loss());
  }

  @Test
  void theSmoothedCurveAndTheScoresLieWithinTheAxis() throws Exception {
    train(Studio.circles(), 5);
    studio.plots.loss().fill(400);
    CurveModel.Extent extent = studio.plots.loss().extent();
    assertThat(studio.run.loss().smoothed()).isBetween(extent.low(), extent.high());
    assertThat(studio.run.epochs()).allSatisfy(epoch -> assertThat(epoch.validation().loss()).isBetween(extent.low(), extent.high()));
  }

  @Test
  void beforeTheFirstStepThereIsNothingToRead() {
    studio = new Studio(Studio.circles());
    assertThat(studio.plots.loss().isEmpty()).isTrue();
    assertThat(studio.plots.loss().readingAt(0)).isEmpty();
    assertThat(studio.plots.loss().latest()).isEmpty();
    assertThat(studio.plots.loss().latestValidation()).isEmpty();
  }
}
