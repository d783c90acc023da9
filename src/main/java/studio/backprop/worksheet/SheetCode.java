package studio.backprop.worksheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of a sheet, such as BS-0417-3: the letters of its kind, its variant and a check digit, which detects mistyped and transposed digits.
 * Determines the sheet's numbers on every machine.
 *
 * @param letters of the kind
 * @param variant may be a student's number
 */
public record SheetCode(String letters, long variant) {
  /** Student numbers have up to twelve digits. */
  public static final long MAX_VARIANT = 999_999_999_999L;

  private static final Pattern WRITTEN = Pattern.compile("([A-Z]{2})-(\\d{4,12})-(\\d)");

  /** Damm's quasigroup: detects all single-digit errors and adjacent transpositions. */
  private static final String[] DAMM = {"0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134",
      "8945362017", "9438617205", "2581436790"};

  public SheetCode {
    if (variant < 0 || variant > MAX_VARIANT) {
      throw new IllegalArgumentException("variant must be from 0 to " + MAX_VARIANT + ", but was " + variant);
    }
  }

  /** Parses a code; empty if it is none, or its check digit is wrong. */
  public static Optional<SheetCode> read(String written) {
    Matcher parts = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    SheetCode code = new SheetCode(parts.group(1), Long.parseLong(parts.group(2)));
    return Optional.of(code).filter(found -> found.toString().endsWith("-" + parts.group(3)));
  }

  /** Whether it has the form of a code, regardless of the check digit. */
  public static boolean looksLikeOne(String written) {
    return WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT)).matches();
  }

  /** Random seed of the sheet's numbers. */
  long seed() {
    return variant * 0x9E3779B97F4A7C15L ^ (long) letters.charAt(0) << 40 ^ (long) letters.charAt(1) << 48;
  }

  private int checkDigit() {
    int digit = 0;
    for (char sign : (letters + String.format(Locale.ROOT, "%012d", variant)).toCharArray()) {
      for (char figure : String.valueOf(Character.isDigit(sign) ? sign - '0' : sign).toCharArray()) {
        digit = DAMM[digit].charAt(figure - '0') - '0';
      }
    }
    return digit;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s-%04d-%d", letters, variant, checkDigit());
  }
}
