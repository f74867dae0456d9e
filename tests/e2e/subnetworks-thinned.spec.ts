import { expect, type Page } from '@playwright/test';
import { backendIn, query, stateIs, type Parameters } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

const words = {
  en: {
    next: 'Next subnetwork',
    back: 'Back',
    play: 'Play',
    pause: 'Pause',
    begin: 'Begin anew',
    fast: '25 a second',
    showing: /Subnetwork number (\d+): it keeps (\d+) of the 16/,
    whole: 'the whole network, with dropout off',
    own: 'A mask of your own: it keeps',
    net: 'The network',
    unit: /Hidden layer 1, unit 3, (kept|dropped)/,
    mean: /running mean of (\d+)/,
    example: 'Test example',
    nextExample: 'Next example',
    disputed: 'A disputed one',
    table: 'Show as a table',
    exact: 'exact mean of all 65,536',
    noDropout: 'This needs the variant “dropout”',
    nothing: 'there is nothing to sample',
    tooMany: 'The exact mean needs at most 20 units',
  },
  zh: {
    next: '下一个子网络',
    back: '后退',
    play: '播放',
    pause: '暂停',
    begin: '重新开始',
    fast: '每秒 25 个',
    showing: /第 (\d+) 号子网络：可以丢弃的 16 个单元中保留了 (\d+) 个/,
    whole: '关闭暂退法的整个网络',
    own: '你自己的掩码',
    net: '网络：',
    unit: /隐藏层 1，第 3 个单元，(保留|丢弃)/,
    mean: /前 (\d+) 个的平均/,
    example: '测试样本',
    nextExample: '下一个样本',
    disputed: '有争议的样本',
    table: '以表格显示',
    exact: '全部 65,536 个的精确平均',
    noDropout: '这里需要变体“暂退法”',
    nothing: '没有什么可抽的',
    tooMany: '不超过 20 个',
  },
};
type Language = keyof typeof words;

const quick = { backend: 'wasm', epochs: 60, variants: 'single,dropout', run: 1 } as const;
const view = (page: Page) => page.locator('section[aria-labelledby="thinned"]');

async function open(page: Page, lang: Language, parameters: Parameters = {}): Promise<void> {
  await page.goto(`./${lang}/subnetworks/?${query({ ...quick, ...parameters })}`);
  await stateIs(page, 'done');
  await expect(view(page)).toBeVisible();
}

/** Every number beside a bar: of each class the subnetwork, the mean, dropout off. */
const numbers = (page: Page) => view(page).locator('.bars .number').allTextContents();
/** The names of the bars; that of the mean says over how many it is. */
const legend = (page: Page) => view(page).locator('.bars .legend');
/** Which units are kept, in the order of the page. */
const kept = (page: Page) =>
  view(page)
    .locator('button.unit')
    .evaluateAll((units) => units.map((unit) => unit.getAttribute('aria-pressed')).join(' '));

for (const lang of ['en', 'zh'] as const) {
  const w = words[lang];
  const button = (page: Page, name: string | RegExp) =>
    view(page).getByRole('button', { name, exact: true });

  /** Waits until the running mean is one of so many. */
  const counted = (page: Page, count: number) =>
    expect(legend(page)).toContainText(w.mean.source.replace('(\\d+)', String(count)));

  const beginAnew = async (page: Page) => {
    await button(page, w.begin).click();
    await expect(view(page).getByText(w.whole)).toBeVisible();
  };

  test(`subnetworks in ${lang}: one by one, by a mask of one's own, by themselves, on any example`, async ({
    page,
  }) => {
    await open(page, lang, { backend: backendIn[lang] });
    await expect(view(page).getByText(w.whole)).toBeVisible();
    await expect(view(page).locator('button.unit')).toHaveCount(16);

    await test.step('one by one, there and back to the last digit', async () => {
      // By keyboard: Enter on the button, and the key of the view wherever the focus is in it.
      await button(page, w.next).focus();
      await page.keyboard.press('Enter');
      await counted(page, 1);
      await expect(view(page).getByText(w.showing)).toContainText('0');
      await page.keyboard.press('s');
      await counted(page, 2);
      const before = [await kept(page), await numbers(page)];
      await page.keyboard.press('s');
      await counted(page, 3);
      await button(page, w.back).click();
      await counted(page, 2);
      expect([await kept(page), await numbers(page)]).toEqual(before);

      // The same number is the same subnetwork after a new beginning.
      await beginAnew(page);
      await button(page, w.next).click();
      await button(page, w.next).click();
      await counted(page, 2);
      expect([await kept(page), await numbers(page)]).toEqual(before);
    });

    await test.step("a mask of one's own: shown, not counted", async () => {
      await beginAnew(page);
      await button(page, w.next).click();
      await counted(page, 1);
      const [mask, mean] = [await kept(page), (await numbers(page))[1]];

      // One stop of the Tab key for all units; the arrow keys lead on.
      const group = view(page).getByRole('group', { name: w.net });
      await expect(group.locator('button[tabindex="0"]')).toHaveCount(1);
      await group.locator('button[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const third = group.getByRole('button', { name: w.unit });
      await expect(third).toBeFocused();
      const pressed = await third.getAttribute('aria-pressed');
      await page.keyboard.press('Space');
      await expect(third).toHaveAttribute('aria-pressed', pressed === 'true' ? 'false' : 'true');
      await expect(view(page).getByText(w.own)).toBeVisible();
      await counted(page, 1);
      expect((await numbers(page))[1]).toBe(mean);

      await button(page, w.back).click();
      await expect(view(page).getByText(w.own)).toHaveCount(0);
      expect(await kept(page)).toBe(mask);
    });

    await test.step('Play goes on by itself until it is stopped', async () => {
      await beginAnew(page);
      await view(page).getByRole('radio', { name: w.fast }).check();
      await button(page, w.play).click();
      await expect
        .poll(async () => Number(w.mean.exec(await legend(page).innerText())?.[1]))
        .toBeGreaterThan(60);
      await button(page, w.pause).click();
      await expect(button(page, w.play)).toBeVisible();
      const count = Number(w.mean.exec(await legend(page).innerText())?.[1]);
      await button(page, w.next).click();
      await counted(page, count + 1);
    });

    await test.step('another example for the same subnetworks, and the exact mean', async () => {
      await beginAnew(page);
      await button(page, w.next).click();
      await counted(page, 1);
      const mask = await kept(page);
      await view(page).getByText(w.table).click();
      await expect(view(page).getByRole('columnheader', { name: w.exact })).toBeVisible();

      const box = view(page).getByRole('spinbutton', { name: w.example });
      await box.fill('7');
      await box.press('Enter');
      await button(page, w.nextExample).click();
      await expect(box).toHaveValue('8');
      await expect(view(page).locator('.opinions')).toHaveAttribute('aria-busy', 'false');
      await counted(page, 1);
      expect(await kept(page)).toBe(mask);
      await button(page, w.disputed).click();
      await expect(box).not.toHaveValue('8');
    });

    await soundOnPhone(page, 'thinned');
  });

  test(`other networks in ${lang}: what cannot be shown is said`, async ({ page }) => {
    await open(page, lang, { variants: 'single', epochs: 2 });
    await expect(view(page).getByText(w.noDropout)).toBeVisible();
    await open(page, lang, { p: 0, epochs: 2 });
    await expect(view(page).getByText(w.nothing)).toBeVisible();
    await open(page, lang, { hidden: '24-16', epochs: 2 });
    await expect(view(page).getByText(w.tooMany)).toBeVisible();
    await expect(view(page).locator('button.unit')).toHaveCount(24);
  });
}
