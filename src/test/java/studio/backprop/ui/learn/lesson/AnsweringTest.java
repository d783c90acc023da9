package studio.backprop.ui.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.Directive.CurveShape;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;

/** A curve that a learner draws is judged by its shape, and there is none before it is drawn. */
class AnsweringTest {
  private final Answering answering = new Answering();

  @BeforeEach
  void begin() {
    answering.clear();
  }

  private static PredictCurve asked(CurveShape answer) {
    Lesson lesson = ReadLesson.of(LessonFolder.bundled("vanishing"), List.of()).lessons().get("en");
    PredictCurve curve = lesson.steps().stream().flatMap(step -> step.asking().stream()).filter(PredictCurve.class::isInstance)
        .map(PredictCurve.class::cast).findFirst().orElseThrow();
    return new PredictCurve(curve.id(), curve.line(), curve.ask(), curve.y(), curve.epochs(), curve.until(), answer);
  }

  private void draw(double... powers) {
    for (int i = 0; i < powers.length; i++) {
      answering.draw(i + 1, powers[i]);
    }
  }

  @Test
  void nothingIsDrawnAtFirstAlsoWhereTheAnswerIsFlat() {
    PredictCurve flat = asked(CurveShape.FLAT);
    answering.sureProperty().set(3);
    assertThat(answering.isComplete(flat)).isFalse();
    assertThat(answering.isRight(flat)).isFalse();
    assertThat(answering.curve()).containsExactly(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    draw(0, 0, 0);
    assertThat(answering.isComplete(flat)).as("without an end").isFalse();
    draw(0, 0, 0, 0);
    assertThat(answering.isComplete(flat)).isTrue();
    assertThat(answering.isRight(flat)).isTrue();
  }

  @Test
  void itsEndIsEnoughWhatLiesBetweenIsStraight() {
    answering.draw(4, -2);
    assertThat(answering.curve()).containsExactly(0, -0.5, -1, -1.5, -2);
    assertThat(answering.isRight(asked(CurveShape.FALLS))).isTrue();
  }

  @Test
  void itExplodesOnlyWhereItLeavesThePlot() {
    draw(0.3, 0.6, 0.9, 1.2);
    assertThat(answering.isRight(asked(CurveShape.EXPLODES))).as("16 times as much").isFalse();
    assertThat(answering.isRight(asked(CurveShape.RISES))).isTrue();
    draw(1, 2, 3, 9);
    assertThat(answering.curve()[4]).isEqualTo(Answering.MOST);
    assertThat(answering.isRight(asked(CurveShape.EXPLODES))).isTrue();
    assertThat(answering.written(asked(CurveShape.EXPLODES))).isEqualTo("explodes");
  }
}
