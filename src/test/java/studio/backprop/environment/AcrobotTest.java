package studio.backprop.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AcrobotTest {
  /** Turn by turn, this would take for ever. */
  @Test
  void anAngleOfVeryManyTurnsIsUnwound() {
    double[] state = {1e30, -1e12, 0, 0};
    new Acrobot().step(state, 1, new SplittableRandom(0));
    assertThat(Math.abs(state[0])).isLessThanOrEqualTo(Math.PI);
    assertThat(Math.abs(state[1])).isLessThanOrEqualTo(Math.PI);
  }
}
