package studio.backprop.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Seeds;

class LossMapTest {
  private static final int SIDE = 21;

  private static LossMap map(WeightTrail trail, LossSurface surface) {
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    return new LossMapper(surface, trail.end().states(), plane, MapFrame.around(plane, List.of(trail)), SIDE).compute(pass -> {}, () -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "digits-cnn", "karate-club", "sine-rnn", "digits-vae"})
  void theLossWhereARunStandsIsThatOfAnEvaluation(String sample) throws Exception {
    Project project = SampleProject.of(sample);
    Trained trained = Trained.of(project, 10).steps(5);
    double evaluated = trained.session().evaluate(Part.TRAIN).loss();
    assertThat(Trained.surface(trained.trail()).at(trained.trail().end())).isCloseTo(evaluated, offset(1e-5 * evaluated));
  }

  @Test
  void earlierPositionsHaveTheLossThatTheyHadAlsoWithRunningMeans() throws Exception {
    Trained trained = Trained.of(Trained.normed(), 100);
    List<Double> evaluated = new ArrayList<>();
    for (int i = 0; i <= 12; i++) {
      evaluated.add(trained.session().evaluate(Part.TRAIN).loss());
      trained.steps(i < 12 ? 1 : 0);
    }
    double[] losses = Trained.surface(trained.trail()).along(trained.trail().positions(), () -> {});
    for (int i = 0; i <= 12; i++) {
      assertThat(losses[i]).isCloseTo(evaluated.get(i), offset(1e-6));
    }
    assertThat(trained.trail().start().states()).isNotEqualTo(trained.trail().end().states()).hasSize(12);
  }

  @Test
  void eachCrossingHasTheLossOfItsPointAndThePassesAgree() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 50).steps(40).trail();
    LossSurface surface = Trained.surface(trail);
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    List<LossMap> passes = new ArrayList<>();
    LossMap map = new LossMapper(surface, trail.end().states(), plane, MapFrame.around(plane, List.of(trail)), SIDE)
        .compute(passes::add, () -> {});
    assertThat(passes).extracting(LossMap::computed).containsExactly(16, 64, SIDE * SIDE);
    assertThat(passes).extracting(LossMap::complete).containsExactly(false, false, true);
    assertThat(passes.get(2)).isSameAs(map);
    float[] point = new float[plane.weights()];
    for (int row = 0; row < SIDE; row += 4) {
      for (int column = 0; column < SIDE; column++) {
        plane.point(map.a(column), map.b(row), point);
        assertThat(map.loss(column, row)).isEqualTo(surface.at(point, trail.end().states()));
      }
    }
    for (int row : new int[] {0, 9, 18, 20}) {
      for (int column : new int[] {0, 9, 18, 20}) {
        assertThat(passes.get(0).loss(column, row)).isEqualTo(map.loss(column, row));
      }
    }
    assertThat(passes.get(0).loss(4, 0)).isCloseTo((5 * map.loss(0, 0) + 4 * map.loss(9, 0)) / 9, offset(1e-6));
  }

  @Test
  void theSameRunHasTheSameMap() throws Exception {
    WeightTrail first = Trained.of(Trained.circles(), 50).steps(40).trail();
    WeightTrail second = Trained.of(Trained.circles(), 50).steps(40).trail();
    assertThat(map(second, Trained.surface(second)).losses()).isEqualTo(map(first, Trained.surface(first)).losses());
  }

  @Test
  void aParabolaIsABowlAndItsLowestCrossingIsNearWhereTheRunEnded() throws Exception {
    WeightTrail trail = Trained.of(Trained.line(), 100).steps(60).trail();
    LossMap map = map(trail, Trained.surface(trail));
    assertThat(map.bentDown()).isZero();
    LandscapeReading end = LandscapeReading.of(trail, trail.end(), Trained.surface(trail), Trained.surface(trail), trail.end().states(),
        map.plane());
    assertThat(end.drawnLoss()).isEqualTo(end.trueLoss());
    assertThat(end.offPlane()).isZero();
    assertThat(end.differs()).isFalse();
    assertThat(end.detour()).isGreaterThanOrEqualTo(1);
    assertThat(map.least()).isLessThan(map.most());
  }

  @Test
  void whatIsOffThePlaneIsDrawnWithAnotherLossAndSaidToDiffer() {
    assertThat(new LandscapeReading(3, 0, 0, 0.1, 0.12, 1, 0, 0, 0).differs()).isTrue();
    assertThat(new LandscapeReading(3, 0, 0, 0.1, 0.105, 1, 0, 0, 0).differs()).isFalse();
    assertThat(new LandscapeReading(3, 0, 0, Double.NaN, 0.105, 1, 0, 0, 0).differs()).isTrue();
    assertThat(new LandscapeReading(3, 0, 0, 0.1, 0.105, 1, 0, 0, 0).detour()).isNaN();
  }

  @Test
  void fewerRowsAreEvenlyChosenAndSaid() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 50).steps(20).trail();
    LossSurface some = new LossSurface(trail, Trained.KERNELS, 60);
    assertThat(some.rows()).isEqualTo(60);
    assertThat(some.complete()).isFalse();
    LossSurface all = Trained.surface(trail);
    assertThat(all.complete()).isTrue();
    assertThat(some.at(trail.end())).isNotEqualTo(all.at(trail.end())).isCloseTo(all.at(trail.end()), offset(0.2));
  }

  @Test
  void whoeverRestsMayEndIt() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 50).steps(20).trail();
    WeightPlane plane = WeightPlanes.random(trail.layout(), trail.end().weights(), new Seeds(1)).orElseThrow();
    LossMapper mapper = new LossMapper(Trained.surface(trail), trail.end().states(), plane, MapFrame.around(1), SIDE);
    AtomicInteger rests = new AtomicInteger();
    assertThatThrownBy(() -> mapper.compute(pass -> {}, () -> {
      if (rests.incrementAndGet() == 30) {
        throw new CancellationException();
      }
    })).isInstanceOf(CancellationException.class);
    assertThat(rests.get()).isEqualTo(30);
  }

  @Test
  void aLossAllocatesNothing() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 50).steps(20).trail();
    LossSurface surface = new LossSurface(trail, KernelChoice.plain(), Integer.MAX_VALUE);
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LossSurface.Points points = (point, into) -> plane.point(point * 0.001, 0, into);
    surface.all(1, points, trail.end().states(), () -> {});
    long[] bytes = new long[2];
    for (int i = 0; i < 2; i++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      surface.all(i == 0 ? 100 : 2100, points, trail.end().states(), () -> {});
      bytes[i] = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    // two numbers of the results for each
    assertThat(bytes[1] - bytes[0]).as("bytes of 2000 losses").isLessThan(2000 * 16 + 2000);
  }

  @Test
  void theLineBetweenTwoEndsBeginsAndEndsAtTheirLosses() throws Exception {
    WeightTrail first = Trained.of(Trained.normed(), 50).steps(100).trail();
    Project other = Trained.normed().withTraining(training -> training.withSeed(7));
    WeightTrail second = Trained.of(other, 50).steps(100).trail();
    assertThat(first.fits(second)).isTrue();
    assertThat(first.sharesLoss(second)).isTrue();
    LossSurface surface = Trained.surface(first);
    LossLine line = LossLine.between(surface, first.end(), second.end(), 31, () -> {});
    assertThat(line.shares()[5]).isCloseTo(0, offset(1e-12));
    assertThat(line.losses()[5]).isCloseTo(surface.at(first.end()), offset(1e-5));
    assertThat(line.losses()[25]).isCloseTo(Trained.surface(second).at(second.end()), offset(1e-5));
    assertThat(line.ridge()).isNotNegative();
  }

  @Test
  void otherNetworksOfTheSameWeightsDoNotShareTheirLoss() throws Exception {
    Project relu = Trained.project(Dense.of(8, Activation.RELU));
    WeightTrail first = Trained.of(Trained.circles(), 50).trail();
    WeightTrail second = Trained.of(relu, 50).trail();
    assertThat(first.fits(second)).isTrue();
    assertThat(first.sharesLoss(second)).isFalse();
    assertThat(first.fits(Trained.of(Trained.normed(), 50).trail())).isFalse();
  }

  @Test
  void sharpnessIsTheMeanRiseOfAParabola() throws Exception {
    Trained trained = Trained.of(Trained.line(), 100).steps(60);
    WeightTrail trail = trained.trail();
    LossSurface surface = Trained.surface(trail);
    Sharpness sharpness = Sharpness.of(surface, trail.layout(), trail.end(), new Seeds(1), () -> {});
    float w = trail.end().weights()[0];
    float b = trail.end().weights()[1];
    float[] none = new float[0];
    // one weight: each direction is forth and back by a tenth of it
    double mean = (surface.at(new float[] {w * 1.1f, b}, none) + surface.at(new float[] {w * 0.9f, b}, none)) / 2;
    assertThat(sharpness.rise()).isCloseTo(mean - surface.at(trail.end()), offset(1e-5));
  }
}
