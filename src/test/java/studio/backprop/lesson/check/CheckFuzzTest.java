package studio.backprop.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.text.Texts;

/** Whatever somebody writes as a check is read or refused in a sentence, and what was read can be judged. */
class CheckFuzzTest {
  private static final int CHECKS = Integer.getInteger("fuzz.checks", 100_000);
  private static final List<String> TOKENS = List.of(
      "(", ")", "<", "<=", ">", ">=", "=", "+", "-", "*", "/", ".", ",", "and", "or", "not", "within", "of", "is", "at", "after", "by",
            "step",
      "epoch", "5", "0.1", "1e-3", "90%", "train", "loss", "train.loss", "node", "node(\"h1\")", "node(\"h*\")", "weight",
            "weight(0,1)", "lane",
      "lane(B).", "start.", "\"h1\"", "\"", "answer", "answer(\"q\")", "sure", "doctor.healthy", "seen.doctor", "changes", "run.state",
            "fault",
      "data.scaling", "training.batch", "§", " ", "\t", "é", "𝔸", "1e", "9999999999", "broken");
  private static final List<String> REAL = List.of(
      "train.loss < 0.001 by step 45", "lane(D).broken and lane(D).run.step = 29",
            "valid.accuracy < 0.7 at epoch 10 and training.optimizer is sgd",
      "lane(C).batch.loss within 0.0001 of 0.00126 at step 200", "node(\"neuron\").weight > 0 and train.loss < 1",
      "not (doctor.vanishing or node(\"h*\").silent > 50%) and changes = 1", "train.loss < 0.5 * start.train.loss after epoch 3",
      "node(\"edges\").out(0,5,2) = 46", "answer(\"way\").sure = 3 or seen.doctor");

  /** Nothing is known but numbers. */
  private record Random(SplittableRandom random) implements Facts, Facts.Clock {
    @Override
    public double number(CheckedQuantity quantity, boolean thorough) {
      return random.nextInt(4) == 0 ? Double.NaN : random.nextDouble();
    }

    @Override
    public String word(CheckedQuantity quantity) {
      return random.nextBoolean() ? "fault" : null;
    }

    @Override
    public Clock clock(char lane) {
      return this;
    }

    @Override
    public long step() {
      return random.nextInt(50);
    }

    @Override
    public int epoch() {
      return random.nextInt(5);
    }

    @Override
    public boolean atEpochEnd() {
      return random.nextBoolean();
    }
  }

  private static String tokens(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 14); i > 0; i--) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** A real check of which something is removed, doubled or replaced, up to three times. */
  private static String mutated(SplittableRandom random) {
    String text = REAL.get(random.nextInt(REAL.size()));
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(6));
      String put = random.nextInt(3) == 0 ? "" : random.nextBoolean() ? text.substring(from, to).repeat(2)
          : TOKENS.get(random.nextInt(TOKENS.size()));
      text = text.substring(0, from) + put + text.substring(to);
    }
    return text;
  }

  @Test
  void eachIsReadOrRefusedInASentence() {
    SplittableRandom random = new SplittableRandom(11);
    int read = 0;
    for (int i = 0; i < CHECKS; i++) {
      String text = i % 2 == 0 ? tokens(random) : mutated(random);
      try {
        Check check = CheckParser.check(text);
        Judge judge = new Judge(check);
        for (int look = 0; look < 3; look++) {
          assertThat(judge.look(new Random(random), Network.EMPTY, true)).isNotNull();
        }
        read++;
      } catch (LineFault fault) {
        if (fault.column() < 1 || fault.column() > text.length() + 1 || i % 50 == 0 && Texts.CHINESE.say(fault.sentence()).isBlank()) {
          throw new AssertionError(text + " at " + fault.column(), fault);
        }
      }
    }
    assertThat(read).as("some are good").isBetween(CHECKS / 50, CHECKS / 2);
  }
}
