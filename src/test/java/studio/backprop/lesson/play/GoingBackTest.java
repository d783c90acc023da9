package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.read.LessonFolder;

/** What a wrong way of a task does is nothing that its solution could live on. */
class GoingBackTest {
  private final LessonPlay play = new LessonPlay(LessonFolder.bundled("learning-rate"), KernelChoice.create(1), OptionalLong.empty());

  @BeforeEach
  void open() throws LineFault {
    carryOut("open receipts.backprop");
  }

  @AfterEach
  void close() {
    play.close();
  }

  private void carryOut(String... lines) throws LineFault {
    for (String line : lines) {
      play.carryOut(CommandParser.parse(line));
    }
  }

  private double value(String sum) throws LineFault {
    return play.value(CheckParser.sum(sum));
  }

  @Test
  void anAnswerIsForgotten() throws LineFault {
    carryOut("answer first 3");
    LessonPlay.Mark mark = play.mark();
    carryOut("answer first 5", "answer second 4");
    play.back(mark);
    assertThat(value("answer(\"first\")")).isEqualTo(3);
    assertThat(value("answer(\"second\")")).isNaN();
  }

  @Test
  void lanesAreAsTheyWereSetUpAndWhatTheyHaveComeToIsGone() throws LineFault {
    carryOut("lane A rate 0.005", "lane B rate 0.02");
    LessonPlay.Mark mark = play.mark();
    carryOut("lane B rate 0.3", "lane C rate 0.4", "run lanes");
    assertThat(value("lane(C).training.rate")).isEqualTo(0.4);
    play.back(mark);
    assertThat(value("lane(B).training.rate")).isNaN();
    carryOut("run lanes");
    assertThat(value("lane(B).training.rate")).isEqualTo(0.02);
    assertThat(value("lane(C).training.rate")).isNaN();
  }

  @Test
  void lanesThatWereRunBeforeAreThereAgain() throws LineFault {
    carryOut("lane A rate 0.005", "lane B rate 0.02", "run lanes");
    double loss = value("lane(B).train.loss");
    LessonPlay.Mark mark = play.mark();
    carryOut("lane B rate 0.3", "run lanes");
    play.back(mark);
    assertThat(value("lane(B).train.loss")).isEqualTo(loss);
  }

  @Test
  void theExampleIsTheOneBefore() throws LineFault {
    carryOut("step 1", "example train 2");
    double out = value("node(\"neuron\").out(0)");
    LessonPlay.Mark mark = play.mark();
    carryOut("example train 0");
    assertThat(value("node(\"neuron\").out(0)")).isNotEqualTo(out);
    play.back(mark);
    assertThat(value("node(\"neuron\").out(0)")).isEqualTo(out);
  }
}
