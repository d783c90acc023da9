package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;

/** 2×2 pooling of 4×4 values: maxima, and backpropagation through max and average pooling. */
final class PoolSheet implements SheetKind {
  private static final int SIZE = ConvolutionSheet.PICTURE;
  private static final double LEAD = 2;
  private static final int CORNERS = 3;

  @Override
  public String id() {
    return "pool-route";
  }

  @Override
  public String letters() {
    return "PR";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    List<Integer> numbers = IntStream.range(0, SIZE * SIZE).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(numbers, random);
    List<String> cells = ConvolutionSheet.cells("x", SIZE);
    for (int i = 0; i < cells.size(); i++) {
      givens.put(cells.get(i), (double) numbers.get(i));
    }
    List<Integer> gradients = IntStream.rangeClosed(1, 9).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(gradients, random);
    List<String> above = ConvolutionSheet.cells("g", 2);
    for (int i = 0; i < above.size(); i++) {
      givens.put(above.get(i), gradients.get(i) * (random.nextBoolean() ? 4 : -4) / 10.0);
    }
    return givens;
  }

  /** Cells of a window, row by row. @param window such as 12: first row, second column */
  private static List<String> window(String window) {
    int row = 2 * (window.charAt(0) - '0') - 1;
    int column = 2 * (window.charAt(1) - '0') - 1;
    return List.of("x" + row + column, "x" + row + (column + 1), "x" + (row + 1) + column, "x" + (row + 1) + (column + 1));
  }

  private static String windowOf(int row, int column) {
    return "" + (row + 1) / 2 + (column + 1) / 2;
  }

  @Override
  public List<SheetRule> rules() {
    List<String> windows = List.of("11", "12", "21", "22");
    return List.of(
        SheetRule.of("winners_lead", values -> windows.stream().allMatch(window -> {
          double[] sorted = window(window).stream().mapToDouble(values).sorted().toArray();
          return sorted[3] - sorted[2] >= LEAD;
        })),
        SheetRule.of("winners_corners", values -> windows.stream().map(window -> {
          List<String> cells = window(window);
          return IntStream.range(0, 4).boxed().max((a, b) ->
              Double.compare(values.applyAsDouble(cells.get(a)), values.applyAsDouble(cells.get(b)))).orElseThrow();
        }).distinct().count() >= CORNERS));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetLine> winners = new ArrayList<>();
    for (String window : List.of("11", "12", "21", "22")) {
      String cells = String.join(", ", window(window));
      winners.add(SheetLine.of("m" + window, "max(" + cells + ")", name("winner", window.charAt(0), window.charAt(1)),
          Slip.of("smallest", "min(" + cells + ")", Slip.CLEAR),
          Slip.of("mean_for_winner", "(" + String.join(" + ", window(window)) + ")/4", Slip.CLEAR)).withDecimals(0));
    }
    return List.of(SheetSection.grid("winners", 2, winners), SheetSection.grid("route_max", SIZE, routes(true)),
        SheetSection.grid("route_average", SIZE, routes(false)));
  }

  private static List<SheetLine> routes(boolean max) {
    List<SheetLine> lines = new ArrayList<>();
    for (int row = 1; row <= SIZE; row++) {
      for (int column = 1; column <= SIZE; column++) {
        String cell = "x" + row + column;
        String window = windowOf(row, column);
        String all = "g" + window;
        lines.add(max
            ? SheetLine.of("d_" + cell, "route(" + cell + ", m" + window + ", " + all + ")", name("route_max", row, column),
                Slip.of("to_all", all, 0), Slip.clear("divided", all + "/4")).withDecimals(1).withAllPlaces()
            : SheetLine.of("a" + row + column, all + "/4", name("route_average", row, column),
                Slip.clear("undivided", all)).withDecimals(1).withAllPlaces());
      }
    }
    return lines;
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Grid(Message.of("worksheet.values"), List.of(), List.of(), ConvolutionSheet.rows("x", SIZE)),
        new SheetPicture.Grid(Message.of("worksheet.above"), List.of(), List.of(), ConvolutionSheet.rows("g", 2)));
  }
}
