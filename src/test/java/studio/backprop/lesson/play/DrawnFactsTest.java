package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.text.Texts;

/** What a lesson may ask of the pad and of noise, without a window. */
class DrawnFactsTest {
  private LessonPlay play;

  @BeforeEach
  void open() throws LineFault {
    play = new LessonPlay(LessonFolder.bundled("confidence"), KernelChoice.create(1), OptionalLong.of(1));
    carryOut("open digits.backprop");
    play.beginStep(List.of());
  }

  @AfterEach
  void close() {
    play.close();
  }

  private void carryOut(String command) throws LineFault {
    play.carryOut(CommandParser.parse(command));
  }

  private double ask(String quantity) throws LineFault {
    return play.facts().number(CheckParser.quantity(quantity), true);
  }

  @Test
  void whatIsDrawnHasProbabilitiesThatAddUpToOneAndALabelOnceSomebodySaysIt() throws LineFault {
    assertThat(ask("pad.drawn")).isZero();
    assertThat(ask("pad.confidence")).isNaN();
    carryOut("draw 0.2,0.5 0.8,0.5");
    assertThat(ask("pad.drawn")).isEqualTo(1);
    assertThat(ask("pad.label")).isNaN();
    double sum = 0;
    for (int place = 0; place < 10; place++) {
      sum += ask("pad.probability(" + place + ")");
      assertThat(ask("pad.probability(" + place + ")")).isLessThanOrEqualTo(ask("pad.confidence"));
    }
    assertThat(sum).isEqualTo(1, within(1e-5));
    assertThat(ask("pad.probability(" + (int) ask("pad.class") + ")")).isEqualTo(ask("pad.confidence"));
    assertThat(ask("pad.probability(10)")).isNaN();
    carryOut("label 4");
    assertThat(ask("pad.label")).isEqualTo(4);
    double before = ask("pad.confidence");
    carryOut("run to epoch 2");
    assertThat(ask("pad.confidence")).as("with the weights of now").isNotEqualTo(before);
    carryOut("draw nothing");
    assertThat(ask("pad.drawn")).isZero();
    assertThat(ask("pad.label")).isNaN();
  }

  @Test
  void anExampleWhosePixelsAreChangedKnowsHowManyAndWhatItBeganAs() throws LineFault {
    assertThat(ask("pad.changed")).isNaN();
    carryOut("example test 5");
    double label = ask("explain.label");
    carryOut("draw example");
    assertThat(ask("pad.drawn")).isEqualTo(1);
    assertThat(ask("pad.changed")).isZero();
    assertThat(ask("pad.origin")).isEqualTo(label);
    assertThat(ask("pad.label")).isEqualTo(label);
    double before = ask("pad.confidence");
    carryOut("draw pixel 0,7");
    carryOut("draw pixel 4,0");
    assertThat(ask("pad.changed")).isEqualTo(2);
    assertThat(ask("pad.confidence")).isNotEqualTo(before);
    carryOut("label " + ((int) label + 1) % 10);
    assertThat(ask("pad.origin")).as("whatever the learner calls it").isEqualTo(label).isNotEqualTo(ask("pad.label"));
    assertThat(ask("pad.changed")).isEqualTo(2);
    carryOut("draw pixel 4,0 off");
    assertThat(ask("pad.changed")).isEqualTo(1);
    carryOut("draw 0.5,0.5");
    assertThat(ask("pad.changed")).as("strokes began as nothing").isNaN();
    assertThat(ask("pad.origin")).isNaN();
  }

  @Test
  void aPixelNeedsAnExampleOnThePadAndAPlaceInIt() throws LineFault {
    assertThat(said("draw pixel 0,7")).contains("\"draw example\" has to come before");
    carryOut("draw 0.5,0.5");
    assertThat(said("draw pixel 0,7")).contains("\"draw example\" has to come before");
    carryOut("draw example");
    assertThat(said("draw pixel 8,0")).contains("row 8, column 0", "8 rows and 8 columns, numbered from 0 to 7");
    assertThat(said("draw pixel 0.5,0.5")).contains("draw pixel 0,7");
    assertThat(said("draw pixel 0,7 out")).isNotEmpty();
    carryOut("open sample circles");
    assertThat(said("draw example")).contains("circles");
  }

  private String said(String command) {
    return Texts.ENGLISH.say(catchThrowableOfType(LineFault.class, () -> carryOut(command)).sentence());
  }

  @Test
  void theOutputOfANodeIsThatOfTheDrawing() throws LineFault {
    double ofData = ask("node(\"digits\").out(3)");
    carryOut("draw 0.5,0.5");
    assertThat(ask("node(\"digits\").out(3)")).isEqualTo(ask("pad.probability(3)")).isNotEqualTo(ofData);
  }

  @Test
  void noiseIsTheSameEachTimeAndASurerNetworkIsSurerOfIt() throws LineFault {
    double untrained = ask("noise.confidence");
    assertThat(ask("noise.confidence")).isEqualTo(untrained).isBetween(0.1, 0.7);
    assertThat(ask("noise.sure")).isZero();
    carryOut("run to epoch 20");
    assertThat(ask("noise.confidence")).isGreaterThan(untrained);
    assertThat(ask("noise.sure")).isBetween(0.2, 1.0);
  }

  @Test
  void whereThereIsNothingToDrawOrToLabelItIsSaid() throws LineFault {
    assertThatThrownBy(() -> carryOut("label 3")).isInstanceOf(LineFault.class);
    carryOut("draw 0.5,0.5");
    assertThatThrownBy(() -> carryOut("label 10")).isInstanceOf(LineFault.class);
    assertThatThrownBy(() -> CommandParser.parse("draw 0.5,1.5")).isInstanceOf(LineFault.class);
    carryOut("open sample circles");
    assertThatThrownBy(() -> carryOut("draw 0.5,0.5")).isInstanceOf(LineFault.class);
    assertThat(ask("pad.confidence")).isNaN();
    assertThat(ask("noise.confidence")).isNaN();
  }
}
