package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagRowTest {
  @Test
  void labelsThatHaveRoomStandWhereTheyWouldLikeTo() {
    assertThat(TagRow.place(new double[] {0, 100, 220}, new double[] {80, 80, 80}, 4, -50, 400)).containsExactly(0, 100, 220);
  }

  @Test
  void labelsThatWouldCoverEachOtherGiveWayToBothSidesAndTheOthersStay() {
    double[] placed = TagRow.place(new double[] {0, 10, 300}, new double[] {80, 80, 80}, 4, -500, 500);
    assertThat(placed).containsExactly(-37, 47, 300);
  }

  @Test
  void theRowStaysWithinWhatIsSeen() {
    assertThat(TagRow.place(new double[] {-30, 20}, new double[] {80, 80}, 4, 6, 500)).containsExactly(6, 90);
    assertThat(TagRow.place(new double[] {400, 460}, new double[] {80, 80}, 4, 6, 500)).containsExactly(336, 420);
  }

  @Test
  void whereThereIsTooLittleRoomTheRowBeginsAtTheLeftAndStillNothingIsCovered() {
    assertThat(TagRow.place(new double[] {40, 50, 60}, new double[] {80, 80, 80}, 4, 6, 100)).containsExactly(6, 90, 174);
  }
}
