package studio.backprop.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WeightPlanesTest {
  private static JsonNode reference(String name) throws Exception {
    try (InputStream in = WeightPlanesTest.class.getResourceAsStream("/landscape/pca.json")) {
      return new JsonMapper().readTree(in).get(name);
    }
  }

  private static void check(List<WeightPosition> positions, JsonNode expected, double exact) {
    WeightTrail trail = Trained.trail(false, positions);
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    assertThat(plane.kind()).isEqualTo(WeightPlane.Kind.STEPS);
    assertThat(plane.firstShare()).isCloseTo(expected.get("shares").get(0).asDouble(), offset(1e-9));
    assertThat(plane.secondShare()).isCloseTo(expected.get("shares").get(1).asDouble(), offset(1e-9));
    for (int i = 0; i < plane.weights(); i++) {
      assertThat(plane.first()[i]).isCloseTo(expected.get("first").get(i).asDouble(), offset(exact));
      assertThat(plane.second()[i]).isCloseTo(expected.get("second").get(i).asDouble(), offset(exact));
    }
    for (int i = 0; i < positions.size(); i++) {
      double[] at = plane.project(positions.get(i).weights());
      assertThat(at[0]).isCloseTo(expected.get("a").get(i).asDouble(), offset(10 * exact));
      assertThat(at[1]).isCloseTo(expected.get("b").get(i).asDouble(), offset(10 * exact));
      assertThat(plane.off(positions.get(i).weights())).isCloseTo(expected.get("off").get(i).asDouble(), offset(10 * exact));
    }
  }

  @Test
  void theDirectionsOfFewWeightsAreThoseOfNumpy() throws Exception {
    JsonNode expected = reference("small");
    List<WeightPosition> positions = new ArrayList<>();
    for (JsonNode row : expected.get("positions")) {
      float[] weights = new float[row.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) row.get(i).asDouble();
      }
      positions.add(Trained.at(positions.size(), weights));
    }
    check(positions, expected, 1e-9);
  }

  @Test
  void theDirectionsOfMoreWeightsThanPositionsAreThoseOfNumpy() throws Exception {
    JsonNode expected = reference("wide");
    List<WeightPosition> positions = new ArrayList<>();
    for (int i = 0; i < expected.get("rows").asInt(); i++) {
      float[] weights = new float[expected.get("weights").asInt()];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = (float) (Math.sin(0.7 * i + 0.05 * j) * (1 + 0.2 * i) + 0.3 * Math.cos(0.31 * i * (1 + j % 5)));
      }
      positions.add(Trained.at(i, weights));
    }
    check(positions, expected, 1e-6);
  }

  @Test
  void theDirectionsOfASmoothTrainingAreFoundHoweverManyPositionsItHas() {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(1000 * seed + 1);
      float[] far = normal(random);
      float[] wide = normal(random);
      List<WeightPosition> positions = new ArrayList<>();
      for (int k = 0; k < 150; k++) {
        double t = k / 150.0;
        float[] weights = new float[far.length];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = (float) (far[i] * Math.cos(6 * t) * Math.exp(-2 * t) + 0.3 * wide[i] * Math.sin(5 * t));
        }
        positions.add(Trained.at(k, weights));
      }
      WeightTrail trail = Trained.trail(false, positions);
      WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
      assertThat(plane.firstShare() + plane.secondShare()).isCloseTo(1, offset(1e-9)); // it has two directions
    }
  }

  private static float[] normal(Random random) {
    float[] numbers = new float[2000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Test
  void positionsOnALineHaveASecondDirectionAllTheSame() {
    WeightTrail trail = Trained.trail(false, List.of(Trained.at(0, 1, 1, 1), Trained.at(1, 2, 3, 1), Trained.at(2, 3, 5, 1)));
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    assertThat(plane.firstShare()).isCloseTo(1, offset(1e-12));
    assertThat(WeightPlanes.length(plane.second())).isCloseTo(1, offset(1e-12));
    assertThat(plane.off(trail.start().weights())).isLessThan(1e-6);
  }

  @Test
  void aRunThatBrokeAndWentAstrayDoesNotTurnThePlane() {
    List<WeightPosition> calm = List.of(Trained.at(0, 0, 0, 0), Trained.at(1, 1, 0.1f, 0), Trained.at(2, 2, 0, 0));
    List<WeightPosition> wild = List.of(Trained.at(0, 0, 0, 0), Trained.at(1, 0, 1e20f, 0), Trained.at(2, 0, Float.NaN, 0));
    WeightPlane alone = WeightPlanes.steps(List.of(Trained.trail(false, calm)), calm.get(2).weights(), () -> {});
    WeightPlane both =
        WeightPlanes.steps(List.of(Trained.trail(false, calm), Trained.trail(true, wild)), calm.get(2).weights(), () -> {});
    for (int i = 0; i < 3; i++) {
      assertThat(both.first()[i]).isCloseTo(alone.first()[i], offset(0.01));
    }
  }

  @Test
  void aNetworkWithTwoWeightsIsItsOwnPlane() throws Exception {
    WeightTrail trail = Trained.of(Trained.line(), 100).steps(30).trail();
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.end().weights(), () -> {});
    assertThat(plane.kind()).isEqualTo(WeightPlane.Kind.WEIGHTS);
    for (WeightPosition position : trail.positions()) {
      double[] at = plane.project(position.weights());
      assertThat((float) at[0]).isEqualTo(position.weights()[0]);
      assertThat((float) at[1]).isEqualTo(position.weights()[1]);
      assertThat(plane.off(position.weights())).isZero();
    }
  }

  @Test
  void eachFiltersPartHasTheNormOfItsOwnWeightsAndBiasesStay() {
    Network network = Network.EMPTY.add(new Input(Shape.of(1, 4, 4)), 0, 0).add(Conv2d.of(2, 3, Padding.SAME, Activation.RELU), 0, 0)
        .add(new Flatten(), 0, 0).add(Dense.of(2, Activation.NONE), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
    Parameters parameters = Parameters.initial(network, network.analyse(), new Seeds(3));
    WeightLayout layout = WeightLayout.learned(parameters);
    float[] weights = layout.read(parameters);
    Arrays.fill(weights, 18, 20, 5); // the biases of the convolution
    WeightPlane plane = WeightPlanes.random(layout, weights, new Seeds(1)).orElseThrow();
    assertThat(weights).hasSize(2 * 9 + 2 + 32 * 2 + 2);
    for (double[] direction : List.of(plane.first(), plane.second())) {
      for (int filter = 0; filter < 2; filter++) {
        assertThat(norm(direction, 9 * filter, 1, 9)).isCloseTo(norm(weights, 9 * filter, 1, 9), offset(1e-6)).isPositive();
      }
      assertThat(direction[18]).isZero();
      assertThat(direction[19]).isZero();
      for (int unit = 0; unit < 2; unit++) {
        assertThat(norm(direction, 20 + unit, 2, 32)).isCloseTo(norm(weights, 20 + unit, 2, 32), offset(1e-6)).isPositive();
      }
      assertThat(direction[84]).isZero();
      assertThat(direction[85]).isZero();
    }
    assertThat(WeightPlanes.random(layout, weights, new Seeds(1)).orElseThrow().first()).isEqualTo(plane.first());
    assertThat(WeightPlanes.random(layout, weights, new Seeds(2)).orElseThrow().first()).isNotEqualTo(plane.first());
  }

  private static double norm(Object numbers, int from, int stride, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double number = numbers instanceof double[] all ? all[from + i * stride] : ((float[]) numbers)[from + i * stride];
      sum += number * number;
    }
    return Math.sqrt(sum);
  }

  @Test
  void unitsOfOneWeightEachHaveNoRandomPlane() throws Exception {
    WeightTrail trail = Trained.of(Trained.line(), 10).trail();
    assertThat(WeightPlanes.random(trail.layout(), trail.end().weights(), new Seeds(1))).isEmpty();
  }

  @Test
  void aPlaneThroughThreePointsHoldsThem() {
    float[] a = {1, 2, 3, 4};
    float[] b = {3, 2, 0, 4};
    float[] c = {0, 1, 1, 7};
    WeightPlane plane = WeightPlanes.ends(a, b, c).orElseThrow();
    for (float[] point : List.of(a, b, c)) {
      assertThat(plane.off(point)).isLessThan(1e-12);
    }
    assertThat(plane.project(b)[0]).isCloseTo(WeightPosition.distance(a, b), offset(1e-12));
    assertThat(plane.project(b)[1]).isCloseTo(0, offset(1e-12));
    assertThat(WeightPlanes.ends(a, b, a)).isEmpty();
    assertThat(WeightPlanes.ends(a, a, c)).isEmpty();
  }

  @Test
  void theNearestPlaceIsFoundOnDirectionsThatAreNotAtRightAngles() {
    WeightPlane plane = new WeightPlane(WeightPlane.Kind.RANDOM, new float[] {1, 0, 0}, new double[] {2, 0, 0}, new double[] {1, 1, 0},
        Double.NaN, Double.NaN, 0);
    double[] at = plane.project(new float[] {6, 3, 4});
    assertThat(at[0]).isCloseTo(1, offset(1e-12));
    assertThat(at[1]).isCloseTo(3, offset(1e-12));
    assertThat(plane.off(new float[] {6, 3, 4})).isCloseTo(4, offset(1e-12));
  }
}
