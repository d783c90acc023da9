package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetFormula;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;

/** A 3×3 kernel on a 4×4 input: the products of one cell, then the 2×2 output. */
final class ConvolutionSheet implements SheetKind {
  static final int PICTURE = 4;
  private static final int KERNEL = 3;
  private static final int MAP = 2;
  private static final int LARGEST = 9;

  @Override
  public String id() {
    return "convolution";
  }

  @Override
  public String letters() {
    return "CV";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    cells("x", PICTURE).forEach(cell -> givens.put(cell, (double) HumaneNumbers.between(random, 0, 3)));
    cells("k", KERNEL).forEach(cell -> givens.put(cell, (double) HumaneNumbers.between(random, -1, 1)));
    return givens;
  }

  static List<String> cells(String letter, int size) {
    List<String> cells = new ArrayList<>();
    for (int row = 1; row <= size; row++) {
      for (int column = 1; column <= size; column++) {
        cells.add(letter + row + column);
      }
    }
    return cells;
  }

  static List<List<String>> rows(String letter, int size) {
    List<String> cells = cells(letter, size);
    return Stream.iterate(0, row -> row + 1).limit(size).map(row -> cells.subList(row * size, (row + 1) * size)).toList();
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(
        SheetRule.of("kernel_zeros", values -> {
          long zeros = cells("k", KERNEL).stream().filter(cell -> values.applyAsDouble(cell) == 0).count();
          return zeros >= 2 && zeros <= 4;
        }),
        SheetRule.of("map", values -> {
          double[] map = cells("y", MAP).stream().mapToDouble(values).toArray();
          return Arrays.stream(map).distinct().count() == map.length
              && Arrays.stream(map).allMatch(y -> y != 0 && Math.abs(y) <= LARGEST);
        }),
        SheetRule.of("flipped", values -> {
          for (String cell : cells("y", MAP)) {
            if (flipped(cell).value(values) == values.applyAsDouble(cell)) {
              return false;
            }
          }
          return true;
        }));
  }

  private static SheetFormula flipped(String cell) {
    return SheetFormula.of(sum(cell.charAt(1) - '0', cell.charAt(2) - '0', true));
  }

  private static String sum(int row, int column, boolean flipped) {
    StringBuilder sum = new StringBuilder();
    for (int i = 1; i <= KERNEL; i++) {
      for (int j = 1; j <= KERNEL; j++) {
        String kernel = flipped ? "k" + (KERNEL + 1 - i) + (KERNEL + 1 - j) : "k" + i + j;
        sum.append(sum.isEmpty() ? "" : " + ").append("x").append(row + i - 1).append(column + j - 1).append("*").append(kernel);
      }
    }
    return sum.toString();
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetLine> products = new ArrayList<>();
    for (int i = 1; i <= KERNEL; i++) {
      for (int j = 1; j <= KERNEL; j++) {
        products.add(SheetLine.of("p" + i + j, "x" + i + j + "*k" + i + j, name("product", i, j),
            Slip.of("flipped", "x" + i + j + "*k" + (KERNEL + 1 - i) + (KERNEL + 1 - j), 0), Slip.of("sum_for_product",
                "x" + i + j + " + k" + i + j, 0)).withDecimals(0));
      }
    }
    List<SheetLine> map = new ArrayList<>();
    for (int row = 1; row <= MAP; row++) {
      for (int column = 1; column <= MAP; column++) {
        String sum = row == 1 && column == 1 ? String.join(" + ", cells("p", KERNEL)) : sum(row, column, false);
        map.add(SheetLine.of("y" + row + column, sum, name("map", row, column), Slip.clear("flipped", sum(row, column, true)),
            Slip.of("mean_for_sum", "(" + sum + ")/9", 0)).withDecimals(0));
      }
    }
    return List.of(SheetSection.grid("products", KERNEL, products), SheetSection.grid("map", MAP, map));
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Grid(Message.of("worksheet.picture"), List.of(), List.of(), rows("x", PICTURE)),
        new SheetPicture.Grid(Message.of("worksheet.kernel"), List.of(), List.of(), rows("k", KERNEL)));
  }
}
