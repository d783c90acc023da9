package studio.backprop.ui.inside.lens.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.LstmSteps;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Kind;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Place;

class RecurrentNumbersTest {
  /** Three steps of two units; the numbers after step t are t + 1 in one direction and t in the other. */
  private static RecurrentNumbers lstm(boolean fromEnd) {
    return lstm(fromEnd, 1, 1, 1);
  }

  private static RecurrentNumbers lstm(boolean fromEnd, float... counts) {
    Tensors x = new Tensors("x", 1, Shape.of(3, 1), new float[3], null);
    Tensors mask = new Tensors("mask", 1, Shape.of(3), counts, null);
    List<Tensors> inner = new ArrayList<>();
    for (String name : List.of("input gate", "forget gate", "candidate", "output gate")) {
      inner.add(new Tensors(name, 1, Shape.of(3, 2), new float[] {0.5f, 1, 0.25f, 1, 0.125f, 1}, null));
    }
    float[] values = {0, 0, 1, 1, 2, 2, 3, 3};
    float[] grads = {0, 0, 3, 4, 6, 8, 0, 1};
    inner.add(new Tensors("states", 1, Shape.of(4, 2), values, grads));
    inner.add(new Tensors("cells", 1, Shape.of(4, 2), values, grads));
    Tensors out = new Tensors("output", 1, Shape.of(2), new float[2], null);
    return RecurrentNumbers.of(new OpLook("lstm", LstmSteps.class, List.of(x, mask), List.of(), out, inner, List.of(), false), fromEnd)
        .orElseThrow();
  }

  @Test
  void theGradientAtAStepIsThatOfTheStateAfterIt() {
    assertEquals(5, lstm(false).stateNorm(0), 1e-9);
    assertEquals(10, lstm(false).cellNorm(1), 1e-9);
  }

  @Test
  void readFromItsEndTheStateAfterAStepStandsBeforeIt() {
    assertEquals(0, lstm(true).stateNorm(0), 1e-9);
    assertEquals(5, lstm(true).stateNorm(1), 1e-9);
    assertEquals(2, lstm(true).first());
  }

  @Test
  void theWayBackMultipliesTheForgetGatesOfAllLaterSteps() {
    assertEquals(0.125 * 0.25, lstm(false).kept(0, 0), 1e-9);
    assertEquals(1, lstm(false).kept(2, 0), 1e-9);
    assertEquals(0.5 * 0.25, lstm(true).kept(2, 0), 1e-9);
  }

  @Test
  void stepsThatOnlyFillUpAreNoFactors() {
    RecurrentNumbers padded = lstm(false, 1, 1, 0);
    assertEquals(1, padded.last());
    assertEquals(0.25, padded.kept(0, 0), 1e-9);
    assertEquals(List.of(), padded.later(1));
  }

  @Test
  void ofALongSequenceSomeStepsAreSeenAndTheLastCanBeReached() {
    RecurrentPlaces places = RecurrentPlaces.fit(Kind.LSTM, false, 48, 16, 999, 900, 600);
    assertEquals(48, places.first() + places.shown());
    assertEquals(new Place(47, 3), places.at(places.middle(47), places.statesTop() + 3.5 * places.strip() / 16).orElseThrow().place());
  }
}
