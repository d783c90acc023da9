package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Environments;
import studio.backprop.environment.MountainCar;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;

/** Any two numbers of a state are the axes of a policy map, but never the same one twice. */
class MapAxesTest {
  private static final CartPole POLE = new CartPole();

  @Test
  void theLastTwoNumbersAreThereAtFirst() {
    assertThat(MapAxes.usual(POLE)).isEqualTo(new MapAxes(2, 3));
    assertThat(MapAxes.usual(new MountainCar())).isEqualTo(new MapAxes(0, 1));
  }

  @Test
  void anAxisTurnsToTheNextNumberThatTheOtherDoesNotHave() {
    MapAxes axes = new MapAxes(2, 3);
    assertThat(axes.next(false, POLE)).isEqualTo(new MapAxes(0, 3));
    assertThat(axes.next(true, POLE)).isEqualTo(new MapAxes(2, 0));
    assertThat(new MapAxes(1, 2).next(false, POLE)).isEqualTo(new MapAxes(3, 2));
  }

  /** Where little room is, an axis is called by its sign, and never by half of its words. */
  @Test
  void anAxisHasShorterNamesWithoutSqueezing() {
    Lang lang = new Lang(Texts.ENGLISH);
    assertThat(EnvironmentTexts.names(lang, POLE.observed().get(2))).containsExactly("angle θ (rad)", "angle θ", "θ (rad)", "θ");
    assertThat(EnvironmentTexts.names(lang, POLE.observed().get(3))).doesNotContain("velocity").startsWith("angular velocity (rad/s)");
  }

  @Test
  void allPairsCanBeReached() {
    Environments.all().stream().filter(world -> world.stateSize() > 1).forEach(world -> {
      MapAxes axes = MapAxes.usual(world);
      for (int turn = 0; turn < world.observed().size(); turn++) {
        axes = axes.next(turn % 2 == 0, world);
        assertThat(axes.span()).as("%s, turn %d", world.id(), turn).isTrue();
        assertThat(axes.fits(world)).isTrue();
      }
    });
  }
}
