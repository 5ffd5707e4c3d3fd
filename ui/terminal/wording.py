"""Every sentence the command line says, in Chinese and English; one code, one sentence, with what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.errors import CodedError, Param

LANGUAGES = ("zh", "en")

SENTENCES: dict[str, tuple[str, str]] = {
    # What went wrong with the store
    "store.in_use": (
        "数据文件 {path} 正被另一个程序使用。请先关闭它的窗口再试。",
        "The store {path} is in use by another program. Close its window and try again.",
    ),
    "store.newer": (
        "数据文件 {path} 由更新的版本（{revision}）建立，未作任何改动。请升级程序。",
        "The store {path} was made by a newer version ({revision}); nothing was changed. Update the program.",
    ),
    "store.damaged": (
        "数据文件 {path} 已损坏。请用备份恢复，原文件不要删除。",
        "The store {path} is damaged. Restore a copy, and keep the damaged file.",
    ),
    "store.foreign": (
        "{path} 不是本系统的数据文件。请另选文件。",
        "{path} is not a store of this program. Choose another file.",
    ),
    "store.cannot_open": (
        "打不开数据文件 {path}。请检查文件夹是否存在、有无权限。",
        "The store {path} cannot be opened. Check that the folder exists and may be written to.",
    ),
    "store.read_only": (
        "数据文件 {path} 只读。请检查文件和文件夹的写权限。",
        "The store {path} is read-only. Check the permissions of the file and its folder.",
    ),
    "store.gone": (
        "数据文件 {path} 在使用中被移走、删除或换掉，没有保存。请放回原文件后重做。",
        "The store {path} was moved, deleted or replaced while in use; nothing was saved. Put it back and try again.",
    ),
    "store.full": (
        "磁盘已满，没有保存。请腾出空间后重做；其余数据完好。",
        "The disk is full and nothing was saved. Make room and try again; all other data is intact.",
    ),
    "store.io": (
        "磁盘读写出错，没有保存。请检查磁盘，并尽快备份。",
        "The disk failed and nothing was saved. Check the disk and make a copy soon.",
    ),
    "store.locked": (
        "数据文件正忙，没有保存。请重试。",
        "The store is busy and nothing was saved. Try again.",
    ),
    "store.missing": (
        "没有数据文件 {path}。请用 --store 指定，或先打开一次窗口。",
        "There is no store {path}. Name one with --store, or open the window once.",
    ),
    # Files
    "file.missing": ("找不到文件 {path}。请核对路径。", "There is no file {path}. Check the path."),
    "file.unreadable": (
        "文件 {path} 读不出来：{detail}。请检查权限。",
        "The file {path} cannot be read: {detail}. Check its permissions.",
    ),
    "exchange.body": (
        "“{body}”不是单位代码。代码只含字母、数字和 - _。",
        "“{body}” is no code of a body. A code has letters, digits, - and _ only.",
    ),
    "file.unwritable": (
        "文件 {path} 写不进去：{detail}。请检查文件夹和权限。",
        "The file {path} cannot be written: {detail}. Check the folder and its permissions.",
    ),
    "file.encoding": (
        "文件 {path} 不是文本，或编码认不出来（认得 UTF-8、GB18030/GBK、UTF-16）。请另存为“CSV UTF-8”。",
        "The file {path} is no text, or its encoding is unknown (known are UTF-8, GB18030/GBK and UTF-16). "
        "Save it as “CSV UTF-8”.",
    ),
    "file.too_large": (
        "文件 {path} 有 {size} MB，超过 {limit} MB。请核对是否选错文件，或分成几份。",
        "The file {path} has {size} MB, more than {limit}. Is it the right file? If so, split it.",
    ),
    "file.header": (
        "文件 {path} 的表头读不出来。请确认它是 CSV 文件，引号成对。",
        "The header of {path} cannot be read. Make sure that it is a CSV file and that quotes match.",
    ),
    "file.refused": (
        "文件 {path} 第 {line} 行不合格（{reason}）。请重新安装程序或改正此行。",
        "Line {line} of {path} will not do ({reason}). Install the program again, or mend the line.",
    ),
    "file.damaged": (
        "压缩文件 {path} 不完整。请重新取得此文件。",
        "The compressed file {path} is broken. Get it again.",
    ),
    # Overlays
    "overlay.added": ("图层“{name}”已加上：{count} 个图形", "Layer “{name}” added: {count} shapes"),
    "overlay.removed": ("图层“{name}”已移除", "Layer “{name}” removed"),
    "overlay.listed": (
        "{mark} {name}  {count}  {datum}  {id}",
        "{mark} {name}  {count}  {datum}  {id}",
    ),
    "overlay.gone": (
        "没有这个图层，或有几个同名的。请从列表中按编号选。",
        "There is no such layer, or several of that name. Take its key from the list.",
    ),
    "overlay.missing": ("打不开 {file}（{why}）。", "{file} cannot be opened ({why})."),
    "overlay.big": (
        "{file} 超过 {limit} MB，没有导入。请先裁出需要的部分。",
        "{file} is larger than {limit} MB and was not imported. Cut out the part that is needed.",
    ),
    "overlay.large": (
        "{file} 超过 {features} 个图形或 {points} 个点，没有导入。请先裁出需要的部分。",
        "{file} has more than {features} shapes or {points} points and was not imported. Cut out a part.",
    ),
    "overlay.foreign": (
        "{file} 不是 GeoJSON、KML、KMZ、GPX 或 Shapefile。请另选文件。",
        "{file} is no GeoJSON, KML, KMZ, GPX or shapefile. Choose another file.",
    ),
    "overlay.damaged": (
        "{file} 不完整或有错（{why}），没有导入。请重新取得这个文件。",
        "{file} is incomplete or damaged ({why}) and was not imported. Get it again.",
    ),
    "overlay.entities": (
        "{file} 里有文档类型声明，可能是陷阱，没有读取。请让对方去掉 DOCTYPE 再发。",
        "{file} declares a document type, which may be a trap; it was not read. Have it sent without DOCTYPE.",
    ),
    "overlay.crs": (
        "{file} 用的不是经纬度（{crs}）。请先转为 WGS-84 经纬度。",
        "{file} is not in longitude and latitude ({crs}). Convert it to WGS-84 degrees first.",
    ),
    "overlay.projected": (
        "{file} 里的 {lon}, {lat} 不是经纬度，像是平面坐标。请先转为 WGS-84 经纬度。",
        "{lon}, {lat} in {file} are no degrees; they look like metres. Convert it to WGS-84 degrees first.",
    ),
    "overlay.empty": ("{file} 里没有图形。", "There are no shapes in {file}."),
    "overlay.many": (
        "已有 {limit} 个图层，请先移除不用的。",
        "There are {limit} layers already; remove some first.",
    ),
    "overlay.unwritable": (
        "写不进 {path}（{why}）。请检查权限和磁盘空间。",
        "{path} cannot be written ({why}). Check permissions and the room on the disk.",
    ),
    # Regions
    "region.unreadable": (
        "地区数据 {file} 读不出来（{why}）。请重新取得或重新制作此地区。",
        "The region's {file} cannot be read ({why}). Get the region again, or build it anew.",
    ),
    "region.web_page": (
        "{path} 是网页，不是地图数据：下载时存下的是页面。请重新下载 .osm.pbf 文件。",
        "{path} is a web page, not map data: the browser saved the page. Download the .osm.pbf itself.",
    ),
    "region.foreign": (
        "{path} 既不是 OpenStreetMap 数据（.osm.pbf、.osm、.osm.bz2），也不是地区包。请另选文件。",
        "{path} is neither an OpenStreetMap extract (.osm.pbf, .osm, .osm.bz2) nor a region. Choose another file.",
    ),
    "region.empty_file": (
        "{path} 是空文件。请重新下载。",
        "{path} is empty. Download it again.",
    ),
    "roads.none": (
        "{file} 里没有汽车能走的路，做不成道路数据。请选带道路的数据，或换一个裁剪范围。",
        "{file} has no road that a car can use. Take an extract with roads, or another clip.",
    ),
    "roads.unreadable": (
        "{file} 里的道路读不出来（{why}）。请重新下载。",
        "The roads of {file} cannot be read ({why}). Download it again.",
    ),
    "roads.missing": (
        "这个地区没有道路数据（{file}）。请重新制作地区。",
        "This region has no roads ({file}). Build it again.",
    ),
    "roads.version": (
        "道路数据 {file} 是另一版本（{version}）的程序做的。请重新制作地区。",
        "The roads in {file} were made by another version ({version}) of the program. Build the region again.",
    ),
    "roads.damaged": (
        "道路数据 {file} 已损坏（{why}）。请重新制作地区。",
        "The roads in {file} are damaged ({why}). Build the region again.",
    ),
    "roads.settings": (
        "道路设置 {file} 有误（{why}）。请改正。",
        "The road settings in {file} are wrong ({why}). Correct them.",
    ),
    "region.truncated": (
        "{path} 不完整，读到中途就断了（{detail}）。请重新下载，并核对大小。",
        "{path} is not whole; it breaks off half-way ({detail}). Download it again and compare its size.",
    ),
    "region.no_roads": (
        "{path} 里没有道路，做不成地区。请选带道路的数据，或换一个裁剪范围。",
        "{path} has no roads: no region can be made of it. Take an extract with roads, or another clip.",
    ),
    "region.empty": (
        "{path} 的范围里没有任何可画的内容，可能全是海面。请换一个范围。",
        "There is nothing to draw in {path}; it may be open sea. Take another area.",
    ),
    "region.bad_box": (
        "裁剪范围“{text}”读不懂。请写成 西,南,东,北（度），例如 117.5,24.4,117.8,24.6。",
        "The clip “{text}” cannot be read. Write west,south,east,north in degrees, such as 117.5,24.4,117.8,24.6.",
    ),
    "region.bad_outline": (
        "裁剪边界 {path} 读不出多边形。请用 GeoJSON 的 Polygon 或 MultiPolygon。",
        "No polygon can be read from {path}. Use a Polygon or MultiPolygon in GeoJSON.",
    ),
    "region.no_boundary": (
        "{path} 里没有名为“{name}”的完整行政边界。请核对名称，或用坐标范围。",
        "{path} has no whole boundary named “{name}”. Check the name, or give a box.",
    ),
    "region.no_space": (
        "磁盘空间不足：约需 {needed} MB，只有 {free} MB。请腾出空间，或换一个位置。",
        "There is too little room: about {needed} MB are needed, {free} MB are free. Make room or choose another place.",
    ),
    "region.exists": (
        "{path} 已有别的内容，未作改动。请换一个位置。",
        "There is something else at {path}; nothing was changed. Choose another place.",
    ),
    "region.newer": (
        "此地区由更新的版本制作（格式 {format}）。请升级程序。",
        "This region was built by a newer version (format {format}). Update the program.",
    ),
    "region.part_missing": (
        "地区不完整：缺少 {file}。请重新取得或重新制作。",
        "The region is not complete: {file} is missing. Get it again, or build it anew.",
    ),
    "region.damaged": (
        "地区的 {file} 已损坏（{why}）。请重新取得或重新制作。",
        "The region's {file} is damaged ({why}). Get it again, or build it anew.",
    ),
    "region.part": ("{step}：{counts}", "{step}: {counts}"),
    "region.built": (
        "地区“{name}”已制作：{path}（{size} MB，用时 {seconds} 秒）",
        "The region “{name}” is in {path} ({size} MB, {seconds} s)",
    ),
    "region.proved": (
        "地区“{name}”（{date}）完整：{size} MB，各文件校验相符。",
        "The region “{name}” ({date}) is complete: {size} MB, every file as it was written.",
    ),
    "region.installed": (
        "地区“{name}”已启用。打开的窗口会自动换上；先前的地区保留。",
        "The region “{name}” is in use. Open windows take it over; the one before is kept.",
    ),
    "region.listed": ("{mark} {name}  {date}  {path}", "{mark} {name}  {date}  {path}"),
    "region.none": (
        "没有安装地区，使用自带的漳州轮廓。",
        "No region is installed; the outline of Zhangzhou that comes with the program is used.",
    ),
    "region.stopped": (
        "已停止。再次执行同一命令即从中断处继续。",
        "Stopped. The same command goes on from here.",
    ),
    "region.step.extract": ("读取数据", "reading the extract"),
    "region.step.boundaries": ("行政区划", "boundaries"),
    "region.step.tiles": ("底图", "base map"),
    "region.step.roads": ("道路", "roads"),
    "region.step.names": ("地名", "names"),
    "region.step.trade": ("警区与字典", "beats and dictionaries"),
    "region.brings": (
        "地区带有{list}：要采用请运行 import {what} {path}（先核对，现有资料未动）",
        "The region brings {list}; to take them run: import {what} {path} (nothing of yours was changed)",
    ),
    "region.step.manifest": ("收尾", "finishing"),
    # Lines of dictionaries
    "header.missing": (
        "缺少列：{columns}。请按导出的文件补齐表头。",
        "Columns are missing: {columns}. Take the header of an exported file.",
    ),
    "header.doubled": (
        "表头有空列或重复列。请改正表头。",
        "The header has an empty or doubled column. Mend the header.",
    ),
    "header.unknown": (
        "不认识的列：{strange}。请删去或改名；可用的列：{columns}。",
        "Unknown columns: {strange}. Remove or rename them; there are: {columns}.",
    ),
    "line.unreadable": (
        "引号不成对，从此行起读不出来。请补上引号。",
        "Quotes do not match; nothing can be read from here on. Mend the quotes.",
    ),
    "line.cell_too_long": (
        "有一格超过 {limit} 字，从此行起读不出来。请拆短这一格，或补上引号。",
        "A cell has more than {limit} characters; nothing can be read from here on. Shorten it, or mend the quotes.",
    ),
    "line.columns": (
        "应有 {wanted} 格，实有 {found} 格。",
        "There should be {wanted} cells; there are {found}.",
    ),
    "line.empty": ("“{column}”不能为空。", "“{column}” must not be empty."),
    "line.bad_day": (
        "“{column}”的日期“{text}”应写成 2026-01-05。",
        "“{column}” says “{text}”; write days like 2026-01-05.",
    ),
    "line.no_day": (
        "截止日 {until} 不晚于起始日 {since}，一天也不生效。",
        "It ends on {until}, not after it begins on {since}: it would never hold.",
    ),
    "line.duplicate": (
        "与第 {other} 行重复。请删去其一。",
        "It repeats line {other}. Remove one of them.",
    ),
    "line.overlap": (
        "有效期与第 {other} 行重叠。请改正日期。",
        "Its days overlap with line {other}. Mend the days.",
    ),
    "line.parent_unknown": (
        "上级“{named}”不存在。请先补上级。",
        "There is no parent “{named}”. Add it first.",
    ),
    "line.formula": (
        "“{column}”像公式。确是文字的，请在前面加 '。",
        "“{column}” looks like a formula. If it is text, put a ' before it.",
    ),
    "help.reports": ("打印报表", "print tables"),
    "help.gaps": (
        "出动预案要的、在岗警力凑不齐的",
        "what the response plans want and the units on duty cannot give",
    ),
    "help.regret": (
        "已处结警情首派警力与当时最快警力的预计到达之差",
        "how much later the units first sent were expected than the quickest known then, of closed sheets",
    ),
    "gaps.row": ("{plan}，{tier} 级出动：缺 {missing}", "{plan}, alarm {tier}: missing {missing}"),
    "gaps.unread": ("看不懂的预案：{plan}", "Not understood: plan {plan}"),
    "gaps.total": ("预案 {plans} 个，缺口 {gaps} 处。", "{plans} plans, {gaps} gaps."),
    "regret.row": (
        "{number}：{unit} 预计 {estimate} 秒，{best} 预计 {best_estimate} 秒，差 {seconds} 秒，实际 {took} 秒",
        "{number}: {unit} expected in {estimate} s, {best} in {best_estimate} s, {seconds} s later; took {took} s",
    ),
    "regret.total": (
        "已处结 {sheets} 起，{late} 起未派最快的，平均差 {mean} 秒。",
        "{sheets} sheets closed, {late} without the quickest unit, {mean} s later on average.",
    ),
    "help.diversions": (
        "分流月报：转12345、移车的受理、退回、按时和满意度",
        "the month's diversions to 12345 and car moving: taken, returned, in time, rated",
    ),
    "help.month": ("月份（默认：本月）", "the month (default: this one)"),
    "month.bad": ("看不懂的月份：{month}。请写成 2026-11。", "No month: {month}. Write 2026-11."),
    "diversions.hotline": ("12345热线", "12345 hotline"),
    "diversions.car_move": ("移车", "car moving"),
    "diversions.all": ("合计", "all"),
    "diversions.row": (
        "{path}：分流 {diverted}，受理 {accepted}，三方通话 {three_way}，争议 {disputed}，首接受理 {forced}，"
        "留110 {kept}，退回 {returned}，反馈 {fed_back}（按时 {on_time}，超时 {late}），"
        "回访 满意 {rated1} 基本满意 {rated2} 不满意 {rated3}，满意率 {content}，移车成 {moved} 未成 {not_moved}",
        "{path}: {diverted} diverted, {accepted} taken, {three_way} three-way, {disputed} disputed, {forced} by first taker, "
        "{kept} kept, {returned} returned, {fed_back} fed back ({on_time} in time, {late} late), "
        "rated 1: {rated1} 2: {rated2} 3: {rated3}, content {content}, cars moved {moved} not {not_moved}",
    ),
    "help.bands": (
        "签收、出警、到场、反馈时段表",
        "how long signature, departure, arrival and feedback took, in bands",
    ),
    "help.hours": ("最近几小时，默认 24", "so many hours back; 24 by default"),
    "help.until": (
        "截止时刻（Unix 毫秒），默认现在",
        "the instant it ends (Unix ms); now by default",
    ),
    "help.by": ("按警力 unit 或单位 body", "by unit or by body"),
    "help.bands_drill": (
        "演练库中的演练数据",
        "the drill's store and its records",
    ),
    "help.csv": ("写入 CSV 文件", "write a CSV file instead"),
    "bands.row": ("{name}：派警 {orders}", "{name}: {orders} orders"),
    "bands.sign": (
        "  签收  {counts}  首档 {share}  未签收 {open}",
        "  signed    {counts}  first {share}  open {open}",
    ),
    "bands.depart": (
        "  出警  {counts}  首档 {share}  未出警 {open}",
        "  set out   {counts}  first {share}  open {open}",
    ),
    "bands.arrive": (
        "  到场  {counts}  首档 {share}  未到场 {open}",
        "  arrived   {counts}  first {share}  open {open}",
    ),
    "bands.feedback": (
        "  反馈  {counts}  首档 {share}  未反馈 {open}",
        "  fed back  {counts}  first {share}  open {open}",
    ),
    "bands.whole": ("合计", "All"),
    "bands.nobody": ("无所属", "no body"),
    "bands.written": ("已写入 {path}，共 {count} 行", "{count} lines written to {path}"),
    "line.other_head": (
        "微预案的名称、类别或用词与第 {other} 行不同。同一微预案各行应一致。",
        "The checklist's name, classes or words differ from line {other}. All its lines must agree.",
    ),
    "line.bad_pair": (
        "“{column}”里的“{text}”看不懂。请写成 答案=内容。",
        "“{text}” in “{column}” cannot be read. Write answer=meaning.",
    ),
    "question.double": (
        "问题代码“{question}”用了两次。",
        "The question code “{question}” is used twice.",
    ),
    "question.many": ("一份微预案最多 {most} 项。", "A checklist has at most {most} items."),
    "question.none": ("微预案没有问题。", "The checklist has no question."),
    "line.kind_unknown": (
        "没有“{kind}”这种类型。可用：{known}。",
        "There is no kind “{kind}”. There are: {known}.",
    ),
    "line.level_unknown": (
        "没有预警等级“{named}”，或已停用。",
        "There is no level of warnings “{named}”, or it has ended.",
    ),
    "line.nobody": (
        "请至少写上姓名、电话或地址。",
        "Write a name, a telephone or an address at least.",
    ),
    "line.in_future": ("时间还没有到。", "This time is yet to come."),
    "line.takes_unknown": ("没有警情类别 {named}。", "There is no incident class {named}."),
    "line.area_unknown": (
        "没有区划或辖区 {named}。请写区划代码，如 350623。",
        "There is no division or zone {named}. Write a division's code such as 350623.",
    ),
    "line.bad_instant": (
        "“{text}”应写成 2026-11-24 08:00。",
        "“{text}” should be written like 2026-11-24 08:00.",
    ),
    "line.no_span": (
        "值班结束不晚于开始。请改正起止时间。",
        "The duty does not end after it begins. Mend the times.",
    ),
    "line.roster_overlap": (
        "与第 {other} 行的值班时间重叠。同一次序同一时间只能有一人。",
        "The duty overlaps that of line {other}. At one time a place in the order is one person's.",
    ),
    "line.roster_taken": (
        "与库中已有的值班时间重叠。请先改正或停用原来的值班。",
        "The duty overlaps one in the store. Mend or retire that one first.",
    ),
    "limit.bad": (
        "时限“{text}”无法使用。请写 15m、2h 或 7d（分钟、小时、工作日），不能为 0。",
        "The limit “{text}” cannot be used. Write 15m, 2h or 7d (minutes, hours, working days), not nought.",
    ),
    "line.agency_unknown": (
        "没有联动单位 {named}。请先导入联动单位。",
        "There is no agency {named}. Import the agencies first.",
    ),
    "line.organisation_unknown": (
        "没有机构 {named}。请先导入机构。",
        "There is no police body {named}. Import the organisations first.",
    ),
    "line.beat_unknown": (
        "没有警区 {named}。请先导入警区。",
        "There is no beat {named}. Import the beats first.",
    ),
    "line.parent_loop": (
        "机构 {named} 成了自己的上级。请改正上级代码。",
        "The body {named} would be above itself. Mend its parent.",
    ),
    "line.bad_number": (
        "“{text}”应为 {least} 至 {most} 的整数。",
        "“{text}” should be a whole number from {least} to {most}.",
    ),
    "line.bad_phone": ("电话“{text}”里没有数字。", "The telephone “{text}” has no digit."),
    "line.scientific": (
        "“{text}”是被电子表格改成科学计数的数，原数已丢失。请把此列设为文本后重新填写。",
        "“{text}” is a long number that a spreadsheet has spoilt. Make the column text and enter it again.",
    ),
    "line.bad_time": (
        "时间“{text}”应写成 08:30。",
        "The time “{text}” should be written like 08:30.",
    ),
    "line.half_hours": (
        "值班时间只有一半。请把起、止都写上，或都留空。",
        "Only half of the duty hours is there. Give both, or neither.",
    ),
    "line.bad_degrees": (
        "“{text}”不是度数。请写成 117.6471 这样的十进制度。",
        "“{text}” are no degrees. Write decimal degrees such as 117.6471.",
    ),
    "line.half_place": (
        "经度和纬度只有一个。请都写上，或都留空。",
        "There is a longitude or a latitude alone. Give both, or neither.",
    ),
    "line.swapped": (
        "{lon}, {lat} 像是经纬度写反了。请先经度、后纬度。",
        "{lon}, {lat} look swapped. Write the longitude first, then the latitude.",
    ),
    "line.far": (
        "{lon}, {lat} 不在中国范围内。请核对坐标（WGS-84，度）。",
        "{lon}, {lat} is not in China. Check the coordinates (WGS-84, degrees).",
    ),
    "line.bad_outline": (
        "范围读不出来。请写成 WKT 的 POLYGON 或 GeoJSON 的 Polygon。",
        "The outline cannot be read. Write it as a WKT POLYGON or a GeoJSON Polygon.",
    ),
    "line.many_parts": (
        "范围有好几块。一个警区只能是一块，请分成几个警区。",
        "The outline has several parts. A beat is one part: make several beats of it.",
    ),
    "line.holes": (
        "范围中间有空洞。请去掉空洞。",
        "The outline has a hole. Remove it.",
    ),
    "line.few_corners": (
        "范围不足三个角点。",
        "The outline has fewer than three corners.",
    ),
    "line.many_corners": (
        "范围有 {count} 个角点，最多 {most} 个。请先简化。",
        "The outline has {count} corners, more than {most}. Simplify it first.",
    ),
    "line.crossing": (
        "范围的边线自己相交，或没有面积（在 {place} 附近）。请改正角点的次序。",
        "The outline crosses itself or has no area (near {place}). Mend the order of its corners.",
    ),
    "text.too_long": (
        "“{field}”最多 {limit} 字，现有 {length} 字。",
        "“{field}” may have {limit} characters; it has {length}.",
    ),
    "text.empty": ("“{field}”不能为空。", "“{field}” must not be empty."),
    "dictionary.empty": (
        "文件里没有内容，字典“{dictionary}”未作改动。",
        "The file has no entries; the dictionary “{dictionary}” was left as it is.",
    ),
    "dictionary.unknown": (
        "没有字典“{dictionary}”。现有：{known}。",
        "There is no dictionary “{dictionary}”. There are: {known}.",
    ),
    "dictionary.name": (
        "字典名“{dictionary}”只能用小写字母、数字和下划线。",
        "The name “{dictionary}” may only have small letters, digits and underscores.",
    ),
    # What stands in the way of an import
    "unit.busy": (
        "警力 {unit} 正在处理 {number}，不能停用。请先完毕、撤回或改派。",
        "The unit {unit} is on {number} and cannot be retired. Finish, call off or move it first.",
    ),
    "state.illegal": (
        "{what} 现在是 {old}，不能改为 {new}。",
        "{what} is {old} and cannot become {new}.",
    ),
    "organisation.in_use": (
        "机构“{name}”不能停用：{user} 还属于它。请先改正或停用 {user}。",
        "The body “{name}” cannot be retired: {user} belongs to it. Change or retire {user} first.",
    ),
    "beat.in_use": (
        "警区“{name}”不能停用：警力 {user} 还属于它。请先改正警力。",
        "The beat “{name}” cannot be retired: the unit {user} patrols it. Change the unit first.",
    ),
    # Mappings and rows of call logs
    "mapping.bad": (
        "映射文件 {path} 不对：{detail}。请参照 resources/mapping/montgomery.toml。",
        "The mapping {path} is wrong: {detail}. See resources/mapping/montgomery.toml.",
    ),
    "mapping.columns": (
        "文件 {path} 缺少映射所用的列：{columns}。请换映射文件。",
        "{path} lacks columns the mapping names: {columns}. Choose another mapping.",
    ),
    "zone.unknown": (
        "本机没有时区“{zone}”的资料。请核对名称，或安装 tzdata。",
        "This machine knows no time zone “{zone}”. Check the name, or install tzdata.",
    ),
    "row.unreadable": ("读不出来，其后也不再读。", "It cannot be read, nor what follows."),
    "row.cell_too_long": (
        "有一格超过 {limit} 字，其后也不再读。请拆短这一格，或补上引号。",
        "A cell has more than {limit} characters; what follows is not read. Shorten it, or mend the quotes.",
    ),
    "row.columns": (
        "应有 {wanted} 格，实有 {found} 格。",
        "There should be {wanted} cells; there are {found}.",
    ),
    "row.time": ("时间“{text}”不合格式。", "The time “{text}” does not fit the format."),
    "row.no_such_time": (
        "当地没有“{text}”这一时刻（夏令时）。",
        "There was no “{text}” there (summer time).",
    ),
    "row.place": ("坐标“{text}”不对。", "The coordinates “{text}” are wrong."),
    "row.half_place": ("坐标只有一半。", "Only half of the coordinates is there."),
    "row.class": ("没有规则认得“{text}”。", "No rule knows “{text}”."),
    # The rules' own refusals that a command can meet
    "field.bad": ("“{field}”的内容不符合要求。", "“{field}” will not do."),
    "thing.unknown": ("所指的内容不在数据文件中。", "What is meant is not in the store."),
    # What the commands say
    "arguments.bad": (
        "参数有误：{detail}。用 --help 查看用法。",
        "Bad arguments: {detail}. See --help.",
    ),
    "arguments.window_only": (
        "{options} 只用于打开窗口，不与命令 {command} 同用",
        "{options} are for the window, not for the command {command}",
    ),
    "arguments.positive": ("{text} 应为大于 0 的数", "{text} should be a number above 0"),
    "interrupted": ("已中断。已完成的部分完好。", "Interrupted. What was done is intact."),
    "backup.done": (
        "已备份到 {path}，共 {records} 条记录，核对相符。",
        "Backed up to {path}: {records} records, and all fits.",
    ),
    "backup.exists": (
        "{path} 已存在，没有覆盖。请换一个文件名。",
        "{path} is there already and was left as it is. Take another name.",
    ),
    "backup.unfit": (
        "{path} 核对不符（{detail}），未采用。请用另一份备份。",
        "{path} does not fit its own journal ({detail}) and was not taken. Use another copy.",
    ),
    "restore.exists": (
        "{path} 已有数据，未作改动。确要换成备份，请加 --replace；现有数据会另存。",
        "{path} holds a store and was left as it is. To put the copy in its place add --replace; "
        "the store will be kept under another name.",
    ),
    "restore.done": (
        "已恢复到 {path}，共 {records} 条记录，核对相符。",
        "Restored to {path}: {records} records, and all fits.",
    ),
    "restore.aside": ("原有数据另存为 {path}。", "The store that stood there is kept as {path}."),
    "print.done": ("已写入 {path}，共 {pages} 页。", "Wrote {path}, {pages} pages."),
    "sheet.unknown": (
        "没有编号为 {number} 的警单。请核对编号。",
        "There is no sheet {number}. Check the number.",
    ),
    "verify.fits": ("全部相符：{records} 条记录。", "All fits: {records} records."),
    "verify.head": ("席位 {seat}  链头 {head}", "seat {seat}  head {head}"),
    "verify.misfit": ("不符：{what}", "Does not fit: {what}"),
    "verify.indexed": (
        "查找索引已按警单重建：{sheets} 张。",
        "The search index was made anew from the sheets: {sheets}.",
    ),
    "misfit.index.differs": (
        "查找索引与警单不一致；警单和日志都相符。",
        "The search index differs from the sheets; sheets and journal fit.",
    ),
    "misfit.record.chain": (
        "席位 {seat} 第 {seq} 条记录与前一条接不上。",
        "Record {seq} of seat {seat} does not follow the one before.",
    ),
    "misfit.record.hash": (
        "席位 {seat} 第 {seq} 条记录的内容被改过。",
        "Record {seq} of seat {seat} was changed.",
    ),
    "misfit.record.shape": (
        "席位 {seat} 第 {seq} 条记录写坏了，读不懂。",
        "Record {seq} of seat {seat} is garbled.",
    ),
    "misfit.record.missing": (
        "席位 {seat} 缺第 {seq} 条记录。",
        "Record {seq} of seat {seat} is missing.",
    ),
    "misfit.row.unknown": (
        "{entity} {entity_id} 没有任何记录。",
        "{entity} {entity_id} has no record at all.",
    ),
    "misfit.touch.differs": (
        "席位 {seat} 第 {seq} 条记录的索引与内容不符。",
        "The index of record {seq} of seat {seat} differs from what it holds.",
    ),
    "misfit.head.moved": (
        "席位 {seat} 的链尾被截短或加长（第 {seq} 条）。",
        "The chain of seat {seat} was cut short or added to (record {seq}).",
    ),
    "misfit.head.unknown": (
        "没有哪条记录的校验值是所给的链头：数据可能被整体退回过。",
        "No record has the given head: the store may have been set back as a whole.",
    ),
    "misfit.seat.unknown": (
        "席位 {seat} 的记录来历不明。",
        "Nobody knows where the records of seat {seat} come from.",
    ),
    "misfit.row.differs": (
        "{entity} {entity_id} 与它的记录不同。",
        "{entity} {entity_id} differs from its records.",
    ),
    "misfit.row.missing": (
        "{entity} {entity_id} 有记录而没有内容。",
        "{entity} {entity_id} has records but is not there.",
    ),
    "misfit.other": ("{code}（席位 {seat}，第 {seq} 条）", "{code} (seat {seat}, record {seq})"),
    "drill.running": ("演练 {seed}", "drill {seed}"),
    "drill.report": ("报告已写入 {path}。", "The report is in {path}."),
    "drill.headless_only": (
        "窗口里的演练请用 main.py --drill；无窗口演练须加 --headless",
        "for a drill in the window use main.py --drill; without a window add --headless",
    ),
    "import.refused_lines": (
        "有 {count} 行不合格，整个文件都没有导入。",
        "{count} lines will not do; nothing of the file was imported.",
    ),
    "import.line": ("第 {line} 行 {code}：{sentence}", "line {line} {code}: {sentence}"),
    "import.cell": (
        "第 {line} 行 {code}“{column}”：{sentence}",
        "line {line} {code} “{column}”: {sentence}",
    ),
    "import.listing": (
        "{name}已导入：新增 {added}，修改 {changed}，停用 {ended}，未变 {unchanged}。",
        "{name} are in: {added} added, {changed} changed, {ended} retired, {unchanged} as before.",
    ),
    "list.units": ("警力", "Units"),
    "list.organisations": ("机构", "Organisations"),
    "list.beats": ("警区", "Beats"),
    "list.agencies": ("联动单位", "Agencies"),
    "list.contacts": ("联系人", "Contacts"),
    "list.warnings": ("预警", "Warnings"),
    "list.rosters": ("值班表", "Duty rosters"),
    "import.terms": (
        "“{name}”已导入：新增 {added}，修改 {changed}，停用 {ended}，未变 {unchanged}。",
        "“{name}” is in: {added} added, {changed} changed, {ended} ended, {unchanged} as before.",
    ),
    "import.running": ("导入", "importing"),
    "import.calls": (
        "读到 {read} 行：导入 {taken}，已有 {known}，不合格 {refused}。",
        "{read} rows read: {taken} imported, {known} known, {refused} refused.",
    ),
    "import.report": ("不合格的行写在 {path}。", "The refused rows are in {path}."),
    "keeper.again": (
        "窗口异常退出（{status}），正在重新打开。",
        "The window died ({status}) and is opened again.",
    ),
    "keeper.given_up": (
        "窗口在 {seconds} 秒内异常退出 {deaths} 次，不再重开。请看数据文件旁的 .log 文件。",
        "The window died {deaths} times within {seconds} s and is not opened again. See the .log file beside the store.",
    ),
    "autostart.on": ("登录后自动打开：是（{path}）", "opens at log-in: yes ({path})"),
    "autostart.off": ("登录后自动打开：否（{path}）", "opens at log-in: no ({path})"),
    "keys.done": ("按键表已写入 {path}", "The list of keys is in {path}"),
    "export.done": ("“{name}”已写入 {path}：{count} 行。", "“{name}” is in {path}: {count} lines."),
    # The table of a drill
    "figure.calls": ("来电", "calls"),
    "figure.sheets": ("警单", "sheets"),
    "figure.dispatched": ("派警", "dispatched"),
    "figure.closed": ("处结", "closed"),
    "figure.arrived_within_5min": ("5 分钟内到场", "on scene within 5 min"),
    "figure.arrived_within_10min": ("10 分钟内到场", "on scene within 10 min"),
    "figure.sign": ("签收", "signed"),
    "figure.depart": ("出警", "set out"),
    "figure.feedback": ("反馈", "fed back"),
    "figure.commit_ms": ("写入耗时（毫秒）", "commit (ms)"),
    # Help
    "help.program": (
        "漳州110接处警工作站。不带命令即打开窗口。\n"
        "退出码：0 完成；1 校验不符；2 参数有误；3 文件或数据文件有问题；4 内容被拒；130 中断。",
        "Zhangzhou 110 dispatch workstation. Without a command the window opens.\n"
        "Exit status: 0 done; 1 does not verify; 2 bad arguments; 3 trouble with a file or the store; "
        "4 refused; 130 interrupted.",
    ),
    "help.region": (
        "地区（离线地图）：制作、检查、启用",
        "regions (offline maps): build, check, install",
    ),
    "help.region_used": (
        "窗口使用此文件夹的地区（默认用已启用的）",
        "show the region of this folder (default: the installed one)",
    ),
    "help.region_build": (
        "用 OpenStreetMap 数据制作地区",
        "build a region of an OpenStreetMap extract",
    ),
    "help.extract": (".osm.pbf、.osm 或 .osm.bz2 文件", "a .osm.pbf, .osm or .osm.bz2 file"),
    "help.region_out": (
        "地区文件夹；以 .region 结尾则成为一个文件",
        "the region's folder, or one file if it ends in .region",
    ),
    "help.clip": (
        "只取一部分：西,南,东,北，或 GeoJSON 边界文件，或数据中行政区的名称",
        "take a part only: west,south,east,north, a GeoJSON outline, or the name of a boundary in the extract",
    ),
    "help.region_name": ("地区名称", "what the region is called"),
    "help.lines": (
        "进度逐行写到标准输出（JSON），供其他程序使用",
        "write progress to standard output, a line of JSON each, for other programs",
    ),
    "help.region_check": ("检查地区是否完整", "prove a region complete"),
    "help.region_install": ("启用地区，无需重新启动", "use a region, without a restart"),
    "help.overlay": ("叠加图层：加、列、移除", "overlays: add, list, remove"),
    "help.overlay_add": ("把文件加为图层", "add a file as a layer"),
    "help.overlay_file": (
        "GeoJSON、KML、KMZ、GPX、Shapefile（.shp 或 .zip）",
        "GeoJSON, KML, KMZ, GPX, shapefile (.shp or .zip)",
    ),
    "help.datum": ("文件的坐标系（默认 wgs84）", "datum of the file (default: wgs84)"),
    "help.overlay_name": ("图层名（默认取文件名）", "name of the layer (default: the file's)"),
    "help.overlay_list": ("列出图层", "list the layers"),
    "help.overlay_remove": ("移除图层，原文件不动", "remove a layer; its file stays"),
    "help.overlay_layer": ("图层编号或名称", "key or name of a layer"),
    "help.region_list": ("列出已安装的地区", "list the installed regions"),
    "help.region_path": ("地区文件夹或 .region 文件", "a region's folder or .region file"),
    "help.store": ("数据文件（可写在任何位置）", "the store file (anywhere on the line)"),
    "help.lang": ("语言", "language"),
    "help.drill_window": ("打开演练窗口", "open the window for a drill"),
    "help.seed": ("演练种子：相同则演练相同", "seed of the drill: the same gives the same"),
    "help.speed": ("演练快慢，1 为实时", "speed of the drill, 1 is real time"),
    "help.replay": (
        "在窗口中按 --speed 倍速回放外来通话记录（需 --mapping）",
        "replay a foreign call log in the window, --speed times as fast (needs --mapping)",
    ),
    "arguments.mapping_missing": (
        "--replay 需要 --mapping 指定列的对照文件，例如 resources/mapping/montgomery.toml。",
        "--replay needs --mapping FILE that says what the columns mean, e.g. resources/mapping/montgomery.toml.",
    ),
    "help.auto": ("自动接警派警", "take and dispatch automatically"),
    "help.seat": ("席位号（新数据文件首次建立时用）", "seat of a new store"),
    "help.block": (
        "席位的警单号段（默认取席位号中的数字）",
        "number block of the seat (default: its digits)",
    ),
    "help.theme": ("配色", "theme"),
    "help.kept": (
        "窗口异常退出后自动重新打开",
        "open the window again whenever it dies",
    ),
    "help.autostart": ("登录后自动打开窗口", "open the window when this person logs in"),
    "help.autostart_how": ("打开、关闭或查看", "turn it on or off, or see how it is"),
    "help.gpu": ("用显卡绘制", "draw with the graphics card"),
    "help.pictures": (
        "把窗口图片存入此文件夹后退出",
        "put pictures of the window into this folder, then quit",
    ),
    "help.ready": ("窗口就绪后即退出", "quit as soon as the window is ready"),
    "help.verify": ("校验日志链与数据", "check the journal's chains and the rows"),
    "help.backup": (
        "备份数据文件，程序运行时也可以",
        "copy the store, also while the program runs",
    ),
    "help.restore": ("从备份恢复数据文件", "bring the store back from a copy"),
    "help.backup_file": ("备份文件", "the copy"),
    "help.restore_replace": (
        "替换现有数据；现有数据另存，不会丢失",
        "replace the store that is there; it is kept under another name",
    ),
    "help.self_test": (
        "试用自身：真实窗口、真实按键、自己的数据文件；报告写入 DIR，全部通过才返回 0",
        "try itself: the real window, real keys, a store of its own; a report goes to DIR, 0 only if all holds",
    ),
    "help.print": ("把警单写成 PDF 文件", "write a sheet as a PDF file"),
    "help.number": ("警单编号", "the number of the sheet"),
    "help.pdf": ("要写的 PDF 文件", "the PDF file to write"),
    "help.head": (
        "此前另存的链头，须在其中",
        "a head kept elsewhere, which must be among the records",
    ),
    "help.drill": ("无窗口演练", "run a drill without a window"),
    "help.foresee": (
        "推演（由窗口调用，从标准输入读）",
        "play futures (for the window; reads standard input)",
    ),
    "help.minutes": ("演练时长（分钟）", "length in minutes"),
    "help.headless": ("无窗口", "without a window"),
    "help.report": ("报告文件夹", "folder of the report"),
    "help.drill_region": (
        "在此文件夹的地区演练（默认：数据文件所用的地区，没有则漳州）",
        "drill in the region of this folder (default: the one in use beside the store, else Zhangzhou)",
    ),
    "help.agency": (
        "打开联动单位的窗口，处理接警台发来的指令",
        "open the window of a linked body that answers the desk's orders",
    ),
    "help.as_agency": ("单位代码，如 U02", "code of the body, such as U02"),
    "help.exchange": (
        "交换消息的目录（默认：警情库旁的 .exchange）",
        "folder of the messages (default: .exchange beside the store)",
    ),
    "help.by_agency": ("经办人", "who answers"),
    "help.keys": ("把全部按键写成 PDF", "write the list of all keys as PDF"),
    "help.import": ("导入", "import"),
    "help.export": ("导出", "export"),
    "help.calls": ("导入外来接警记录", "import a foreign call log"),
    "help.dictionary": ("字典", "a dictionary"),
    "help.units": ("警力（按呼号对应）", "units, matched by call sign"),
    "help.organisations": ("机构（按代码对应）", "police bodies, matched by code"),
    "help.beats": ("警区及其范围（按代码对应）", "beats with their outlines, matched by code"),
    "help.agencies": ("联动单位（按代码对应）", "linked agencies, matched by code"),
    "help.contacts": (
        "联动单位的联系人（按单位代码和次序对应）",
        "contacts of agencies, matched by agency and order",
    ),
    "help.rosters": (
        "值班表（按单位代码、次序和开始时间对应）",
        "duty rosters, matched by body, order and beginning",
    ),
    "help.warnings": (
        "反诈预警（编号已有的不重复接收）",
        "warnings of fraud; a number that is known is not taken twice",
    ),
    "help.replace": (
        "停用文件中没有的（不删除，历史保留）",
        "retire what the file does not have (never delete it)",
    ),
    "help.name": (
        "字典名，如 incident_class、division、agency",
        "name, such as incident_class, division, agency",
    ),
    "help.file": ("CSV 文件", "CSV file"),
    "help.call_file": ("CSV 文件，可为 .gz", "CSV file, may be .gz"),
    "help.mapping": ("映射文件（TOML）", "mapping file (TOML)"),
    "help.as": ("history：已处结；open：待派警", "history: closed; open: waiting for units"),
    "help.live": ("按 N 倍速重放为来电", "replay as ringing calls, N times as fast"),
    "help.refused": ("不合格行的报告文件", "report file of the refused rows"),
}


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return `zh` or `en`: as `--lang` says, else the environment; Chinese where it says neither."""
    for position, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            given = arguments[position + 1]
        if given in LANGUAGES and argument.startswith("--lang"):
            return given
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return "en" if named.lower().startswith("en") else "zh"


class Wording:
    """The sentences in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, code: str, /, **params: Param) -> str:
        """Return the sentence of a code with its blanks filled."""
        return SENTENCES[code][self._column].format(**params)

    def knows(self, code: str) -> bool:
        """Tell whether there is a sentence for a code."""
        return code in SENTENCES

    def of(self, error: CodedError) -> str:
        """Return the sentence of an error, its bare code where it has none."""
        return self.reason(error.code, error.params)

    def reason(self, code: str, params: Mapping[str, Param]) -> str:
        """Return the sentence of a code with these parameters, the bare code where it has none."""
        return self(code, **params) if self.knows(code) else f"{code} {dict(params)}"
