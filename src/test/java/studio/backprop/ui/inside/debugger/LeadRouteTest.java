package studio.backprop.ui.inside.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class LeadRouteTest {
  private static final double BOTTOM = 300;
  private final List<Bounds> row = List.of(box(0, 50, 100, 150), box(120, 50, 100, 150), box(240, 50, 100, 150));
  private final Bounds number = box(140, 90, 10, 10);

  private static Bounds box(double x, double y, double width, double height) {
    return new BoundingBox(x, y, width, height);
  }

  private static void crossesOnlyItsOwn(List<Point2D> corners, List<Bounds> others) {
    for (int i = 1; i < corners.size(); i++) {
      Point2D a = corners.get(i - 1);
      Point2D b = corners.get(i);
      Bounds line = box(Math.min(a.getX(), b.getX()), Math.min(a.getY(), b.getY()), Math.abs(a.getX() - b.getX()),
          Math.abs(a.getY() - b.getY()));
      assertThat(others).as("line %s", i).noneMatch(node -> node.intersects(line));
    }
  }

  @Test
  void itRunsBetweenTheNodesAndBelowThemToTheSideOfTheCardThatIsNear() {
    List<Bounds> others = List.of(row.get(0), row.get(2));
    for (Bounds card : List.of(box(360, 180, 100, 80), box(300, 190, 100, 80), box(20, 210, 100, 80))) {
      List<Point2D> corners = LeadRoute.find(number, row, card, BOTTOM).orElseThrow();
      crossesOnlyItsOwn(corners, others);
      Point2D end = corners.get(corners.size() - 1);
      assertThat(end.getX()).isEqualTo(card.getMinX() > number.getMaxX() ? card.getMinX() : card.getMaxX());
      assertThat(end.getY()).isBetween(card.getMinY(), card.getMaxY());
    }
  }

  @Test
  void whereANodeBelowIsInTheWayItLeavesAtTheOtherSide() {
    List<Bounds> more = List.of(row.get(0), row.get(1), row.get(2), box(200, 205, 60, 20));
    List<Point2D> corners = LeadRoute.find(number, more, box(360, 200, 100, 80), BOTTOM).orElseThrow();
    assertThat(corners.get(1).getX()).isLessThan(row.get(1).getMinX());
    crossesOnlyItsOwn(corners, List.of(row.get(0), row.get(2), more.get(3)));
  }

  @Test
  void withoutRoomBelowThereIsNoSuchWay() {
    assertThat(LeadRoute.find(number, row, box(360, 100, 100, 80), BOTTOM)).isEmpty();
    assertThat(LeadRoute.find(number, row, box(360, 150, 100, 80), 205)).isEmpty();
  }
}
