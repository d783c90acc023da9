package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.Progress;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Examples;
import studio.backprop.layer.Examples.Example;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;

/** Every number that the debugger shows, for each kind of layer at several settings, against the engine that trains. */
class EveryLayerTest {
  private static final double EQUAL = 1e-5;

  static Stream<Example> examples() {
    return Examples.all();
  }

  @Test
  void eachKindOfTheCatalogIsAmongThem() {
    Set<Class<?>> seen = examples().map(example -> example.layer().getClass()).collect(Collectors.toSet());
    assertThat(LayerCatalog.types()).allSatisfy(type -> assertThat(seen).contains(type.fresh().getClass()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void factorsMultiplyToWaysThatAddUpToTheGradientOfTheStep(Example example) {
    Built built = Built.around(example);
    for (Cell cell : built.cells()) {
      for (int row : new int[] {Slopes.ALL, 1}) {
        Explanation explanation = built.explain(cell, row);
        Sound.check(explanation, cell);
        assertThat(explanation.place().value()).isEqualTo(cell.value());
        if (row == Slopes.ALL && built.isParameter(cell)) {
          assertThat((float) explanation.gradient()).as("%s", cell).isEqualTo(built.real(cell));
        }
      }
    }
    if (!built.cells().isEmpty()) {
      assertThat(built.plan.lossValue()).isEqualTo(built.real.lossValue());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachFactorIsTheSlopeThatTheOpOfTheStepGives(Example example) {
    Built built = Built.around(example);
    Slopes slopes = built.explainer.slopes();
    for (Cell cell : built.cells()) {
      ChainRule.Chain chain = new ChainRule(slopes, 4, 60).to(cell, Progress.NONE);
      for (Link link : chain.ways().stream().flatMap(way -> way.links().stream()).distinct().toList()) {
        slopes.goBackFrom(link.step(), link.to());
        double engine = link.from().tensor().grads()[link.from().at()];
        assertThat(link.slope()).as("%s", link).isCloseTo(engine, Offset.offset(EQUAL * Math.max(1, Math.abs(engine))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatAnOpGivesHasAnotherLetterThanWhatItWasGiven(Example example) {
    Activate tanh = new Activate(Activation.TANH);
    for (List<Layer> before : List.<List<Layer>>of(List.of(), List.of(tanh), List.of(tanh, tanh), List.of(tanh, tanh, new Dropout(0.1)))) {
      Built.behind(example, before).ifPresent(built -> built.cells().forEach(cell -> Sound.check(built.explain(cell, Slopes.ALL), cell)));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatComesThroughTheExamplesAddsUpToTheGradientOfAParameter(Example example) {
    Built built = Built.around(example);
    for (Cell cell : built.variables().stream().filter(built::isParameter).toList()) {
      built.explainer.run(Slopes.ALL);
      double sum = 0;
      double size = built.largest(cell);
      for (int row = 0; row < Built.BATCH; row++) {
        double share = built.explainer.share(cell, row);
        sum += share;
        size = Math.max(size, Math.abs(share));
      }
      assertThat(sum).as("%s", cell).isCloseTo(built.real(cell), Offset.offset(EQUAL * size + 1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void differencesOpByOpAgreeWithinAThousandth(Example example) {
    Built built = Built.around(example);
    Slopes slopes = built.explainer.slopes();
    for (Cell cell : built.variables().stream().filter(cell -> slopes.gradient(cell) != 0).toList()) { // a mask has none, and jumps
      double gradient = slopes.gradient(cell);
      double largest = built.largest(cell);
      assertThat(OpByOp.slope(slopes, cell)).as("%s", cell)
          .isCloseTo(gradient, Offset.offset(1e-3 * Math.abs(gradient) + EQUAL * largest + 1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theCentralDifferenceAgreesWithinAHundredthUnlessItSaysWhyNot(Example example) {
    Built built = Built.around(example);
    List<CentralDifference> unsure = new ArrayList<>();
    List<Cell> cells = built.variables();
    for (Cell cell : cells) {
      CentralDifference difference = CentralDifference.of(built.explainer.slopes(), cell);
      switch (difference.verdict()) {
        case AGREES -> assertThat(difference.difference()).isLessThanOrEqualTo(1e-2);
        case TOO_SMALL -> assertThat(Math.abs(difference.gradient())).as("%s at %s", difference, cell).isLessThan(100 * difference.noise());
        case CORNER -> assertThat(difference.corners()).isNotEmpty();
        case DISAGREES -> assertThat(difference).as("at %s", cell).isNull();
      }
      if (difference.verdict() != CentralDifference.Verdict.AGREES && Math.abs(difference.gradient()) > EQUAL) {
        unsure.add(difference);
      }
    }
    assertThat(unsure.size()).as("%s", unsure).isLessThanOrEqualTo(cells.size() / 3);
  }
}
